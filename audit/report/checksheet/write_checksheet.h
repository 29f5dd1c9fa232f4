// A check sheet as a file: for a spreadsheet, for programs, for a browser. What people entered stands in each of them
// as it was entered; nothing of the draft becomes a formula or markup.
#pragma once

#include <string>

#include "report/checksheet/checksheet.h"

namespace hearsay {

/// A heading of ids, then a row each (RFC 4180), with the line breaks of notes. A cell that begins with = + - @ or a
/// control gets an apostrophe in front, or a spreadsheet would run it; readers take it away again.
[[nodiscard]] std::string write_checksheet_csv(const CheckSheet& sheet);

/// An Excel workbook with a list of statuses to choose from. "" where it could not be made (memory).
[[nodiscard]] std::string write_checksheet_xlsx(const CheckSheet& sheet);

/// A page on which items are ticked; it asks for nothing and gives the sheet back as CSV.
[[nodiscard]] std::string write_checksheet_html(const CheckSheet& sheet);
/// What is left and the items, without the page's frame, for one that is served.
[[nodiscard]] std::string write_checksheet_body(const CheckSheet& sheet);

}  // namespace hearsay
