// Entry: append_sheet, write_sheet_csv.
#include "report/table/sheet.h"

#include <algorithm>
#include <utility>

#include "report/csv.h"

namespace hearsay {
namespace {

std::string csv_words(const SheetCell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<std::uint64_t>(&cell)) return std::to_string(*number);
  return {};
}

/// Where the sheet has the column, after adding it where there is room; columns.size(): there is none.
std::size_t place_of(Sheet& sheet, SheetColumn&& column) {
  const auto at = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                               [&](const SheetColumn& one) { return one.id == column.id; });
  const auto place = static_cast<std::size_t>(at - sheet.columns.begin());
  if (at == sheet.columns.end() && sheet.columns.size() < kMostSheetColumns) sheet.columns.push_back(std::move(column));
  return place;
}

}  // namespace

void append_sheet(Sheet& sheet, Sheet&& more) {
  if (sheet.title.empty()) sheet.title = std::move(more.title);
  std::vector<std::size_t> places;
  places.reserve(more.columns.size());
  for (SheetColumn& column : more.columns) places.push_back(place_of(sheet, std::move(column)));
  const std::size_t room = kMostSheetRows - std::min(kMostSheetRows, sheet.rows.size());
  for (std::size_t i = 0; i < std::min(room, more.rows.size()); ++i) {
    SheetRow& row = sheet.rows.emplace_back(sheet.columns.size());
    for (std::size_t c = 0; c < std::min(places.size(), more.rows[i].size()); ++c) {
      if (places[c] < row.size()) row[places[c]] = std::move(more.rows[i][c]);
    }
  }
}

std::string write_sheet_csv(const Sheet& sheet) {
  std::string out;
  std::vector<std::string> cells;
  for (const SheetColumn& column : sheet.columns) cells.push_back(column.id);
  append_csv_row(out, cells);
  for (const SheetRow& row : sheet.rows) {
    cells.clear();
    for (const SheetCell& cell : row) cells.push_back(csv_words(cell));
    cells.resize(sheet.columns.size());
    append_csv_row(out, cells);
  }
  return out;
}

}  // namespace hearsay
