#include "report/table/joined_sheet.h"

#include <algorithm>
#include <utility>

#include "base/packed.h"

namespace hearsay {
namespace {

enum CellKind : std::uint8_t { kEmptyCell, kWordsCell, kNumberCell };

void pack_cell(std::string& bytes, const SheetCell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) {
    pack_number(bytes, std::uint8_t{kWordsCell});
    pack_letters(bytes, *words);
  } else if (const auto* number = std::get_if<std::uint64_t>(&cell)) {
    pack_number(bytes, std::uint8_t{kNumberCell});
    pack_number(bytes, *number);
  } else {
    pack_number(bytes, std::uint8_t{kEmptyCell});
  }
}

SheetCell unpacked_cell(Unpacker& fields) {
  switch (fields.number<std::uint8_t>()) {
    case kWordsCell:
      return std::string(fields.letters());
    case kNumberCell:
      return fields.number<std::uint64_t>();
    default:
      return {};
  }
}

/// Where there is the column, after adding it where there is room; columns.size(): there is none.
std::size_t place_of(std::vector<SheetColumn>& columns, SheetColumn&& column) {
  const auto at =
      std::find_if(columns.begin(), columns.end(), [&](const SheetColumn& one) { return one.id == column.id; });
  const auto place = static_cast<std::size_t>(at - columns.begin());
  if (at == columns.end() && columns.size() < kMostSheetColumns) columns.push_back(std::move(column));
  return place;
}

}  // namespace

void JoinedSheet::append(Sheet&& more) {
  if (title_.empty()) title_ = std::move(more.title);
  std::vector<std::size_t> places;
  places.reserve(more.columns.size());
  for (SheetColumn& column : more.columns) places.push_back(place_of(columns_, std::move(column)));
  for (SheetRow& from : more.rows) {
    SheetRow row(columns_.size());
    for (std::size_t c = 0; c < std::min(places.size(), from.size()); ++c) {
      if (places[c] < row.size()) row[places[c]] = std::move(from[c]);
    }
    append(row);
  }
}

void JoinedSheet::append(const SheetRow& row) {
  if (size_ == kMostSheetRows) return;
  std::string bytes;
  pack_size(bytes, row.size());
  for (const SheetCell& cell : row) pack_cell(bytes, cell);
  append_record(rows_, bytes);
  ++size_;
}

SheetRow* JoinedSheet::Rows::next() {
  const auto record = reader_.next();
  if (!record) return nullptr;
  Unpacker fields(*record);
  row_.clear();
  for (std::uint32_t left = fields.size(); left > 0; --left) row_.push_back(unpacked_cell(fields));
  return &row_;
}

}  // namespace hearsay
