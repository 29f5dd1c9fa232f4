// One article out of a plain-text export of Nexis: "3 of 262 DOCUMENTS", publication, date and headline, lines with
// labels, and a body wrapped at 75 columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hearsay {

/// `text` begins with the mark of its document.
void read_export(std::string_view text, Document& document);

/// The documents of an export, each from its mark to the next; the cover page before the first is left out. Views into
/// `text`; empty where there is no mark.
[[nodiscard]] std::vector<std::string_view> export_documents(std::string_view text);

}  // namespace hearsay
