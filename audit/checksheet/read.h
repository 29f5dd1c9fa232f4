// A check sheet that people edited, read back: CSV, an Excel workbook, or an OpenDocument spreadsheet, as whatever
// program saved it. What is not understood is refused with its place, for a sheet that is half read loses entries.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/checksheet/checksheet.h"

namespace hearsay {

/// Rows of cells as the file has them. Bounded in rows, columns and bytes, whatever the file claims.
struct SheetTable {
  struct Row {
    std::uint32_t number = 0;  // as the spreadsheet shows it, or the line of the CSV
    std::vector<std::string> cells;
  };
  std::vector<Row> rows;  // those with any words
};
inline constexpr std::size_t kMostTableRows = 100'000;
inline constexpr std::size_t kMostTableColumns = 64;
inline constexpr std::size_t kMostTableBytes = 64U << 20U;
inline constexpr std::size_t kMostTableCellBytes = 32'000;  // what an Excel cell holds, nearly

/// The first sheet of the workbook. None, and an error, where it cannot be read whole.
[[nodiscard]] std::optional<SheetTable> read_workbook(std::string_view bytes, const std::string& path,
                                                      Diagnostics& diagnostics);

/// By its bytes: a workbook or CSV. Columns are known by their headings in any order, others are kept. None, and errors
/// with row and remedy, where a heading we need is missing, a status is none of ours, or the file is broken.
[[nodiscard]] std::optional<CheckSheet> read_checksheet(std::string_view bytes, const std::string& path,
                                                        Diagnostics& diagnostics);

}  // namespace hearsay
