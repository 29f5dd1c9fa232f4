// Entry: write_sheet_csv.
#include "report/table/sheet.h"

#include "report/csv.h"
#include "report/table/joined_sheet.h"

namespace hearsay {
namespace {

std::string csv_words(const SheetCell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<std::uint64_t>(&cell)) return std::to_string(*number);
  return {};
}

void append_headings(std::string& out, const std::vector<SheetColumn>& columns) {
  std::vector<std::string> cells;
  cells.reserve(columns.size());
  for (const SheetColumn& column : columns) cells.push_back(column.id);
  append_csv_row(out, cells);
}

void append_csv_cells(std::string& out, const SheetRow& row, std::size_t columns, std::vector<std::string>& cells) {
  cells.clear();
  for (const SheetCell& cell : row) cells.push_back(csv_words(cell));
  cells.resize(columns);
  append_csv_row(out, cells);
}

}  // namespace

std::string write_sheet_csv(const Sheet& sheet) {
  std::string out;
  std::vector<std::string> cells;
  append_headings(out, sheet.columns);
  for (const SheetRow& row : sheet.rows) append_csv_cells(out, row, sheet.columns.size(), cells);
  return out;
}

void write_sheet_csv(const JoinedSheet& sheet, const TakeBytes& take) {
  constexpr std::size_t kPiece = 1U << 16U;
  std::string out;
  std::vector<std::string> cells;
  append_headings(out, sheet.columns());
  JoinedSheet::Rows rows(sheet);
  while (const SheetRow* row = rows.next()) {
    append_csv_cells(out, *row, sheet.columns().size(), cells);
    if (out.size() < kPiece) continue;
    take(out);
    out.clear();
  }
  take(out);
}

}  // namespace hearsay
