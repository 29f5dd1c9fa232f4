// One row of comma-separated values (RFC 4180), safe to open in a spreadsheet.
#pragma once

#include <span>
#include <string>

namespace hearsay {

/// Appends the cells, quoted where they must be, and CR LF. Line breaks and controls in a cell become a space; a cell
/// that begins with = + - @ gets an apostrophe in front, or a spreadsheet would run it as a formula.
void append_csv_row(std::string& out, std::span<const std::string> cells);

}  // namespace hearsay
