// A register that an editor keeps in a spreadsheet: CSV made into the XML of a register, each entry on the line on
// which its row begins, so that every message about it names the row. Columns are described in rules/README.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

struct CsvRow {
  std::uint32_t line = 0;  // from 1, of its first cell
  std::vector<std::string> cells;
};

/// RFC 4180 with any line end; the separator (comma, semicolon or tab) is told by the first line. Rows of empty cells
/// are left out. A quotation mark that is not closed is an error and ends the table there.
[[nodiscard]] std::vector<CsvRow> read_csv(std::string_view bytes, const std::string& path, Diagnostics& diagnostics);

/// The register `id`, "" where there is no table. Rows that cannot be an entry are reported and left out; what the
/// XML's own reader checks (kinds, dates, doubles) is left to it.
[[nodiscard]] std::string csv_register(std::string_view bytes, const std::string& path, const std::string& id,
                                       Diagnostics& diagnostics);

}  // namespace hearsay
