// A sheet of rows, of words and numbers, for a spreadsheet. Not here: one that all articles of a run share
// (joined_sheet.h), what answers a question to an archive (table.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hearsay {

struct SheetColumn {
  std::string id;                         // "words": the heading in CSV, and what tells columns of several sheets apart
  std::string title;                      // "Words": the heading in a workbook
  double width = 16;                      // in characters
  std::vector<std::string> choices = {};  // words that a workbook offers in this column; none: anything goes
};

/// monostate: not known, does not apply, or left to fill in.
using SheetCell = std::variant<std::monostate, std::string, std::uint64_t>;
using SheetRow = std::vector<SheetCell>;

/// One cell after the other: where memory runs out in the middle of a braced list of variants, g++ 12 destroys cells
/// that were never made.
template <class... Cells>
[[nodiscard]] SheetRow row_of_cells(Cells&&... cells) {
  SheetRow row;
  row.reserve(sizeof...(cells));
  (row.emplace_back(std::forward<Cells>(cells)), ...);
  return row;
}

struct Sheet {
  std::string title;  // "Call sheet"
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;  // a cell per column
};

/// Bytes of a cell; Excel takes 32,767 characters.
inline constexpr std::size_t kMostCellBytes = 32'000;

/// How many rows a sheet can hold below its heading, and how many columns; further ones are left out.
inline constexpr std::size_t kMostSheetRows = 1'048'575;
inline constexpr std::size_t kMostSheetColumns = 256;

/// A heading of ids, then a row each (RFC 4180). Safe in a spreadsheet (csv.h).
[[nodiscard]] std::string write_sheet_csv(const Sheet& sheet);

/// An Excel workbook (XLSX) of this sheet. The same rows give the same bytes. "" where it could not be made (memory, no
/// room for temporary files).
[[nodiscard]] std::string write_xlsx(const Sheet& sheet);

}  // namespace hearsay
