// Tables as spreadsheets save them: comma-separated values (RFC 4180) to rows of cells. What columns mean is their
// reader's.
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

}  // namespace hearsay
