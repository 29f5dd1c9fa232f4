// Entry: sort_rows. Every cell becomes a key that orders it, numbers as numbers.
#include "report/table/table.h"

#include <algorithm>
#include <compare>

#include "base/utf8.h"
#include "report/findings/run.h"

namespace hearsay {
namespace {

struct Key {
  bool missing = false;
  double number = 0;
  std::string words;
};

double share_of(const Share& share) {
  return static_cast<double>(share.part) / static_cast<double>(share.base);
}

Key key_of(const Row& row, std::size_t column) {
  if (column >= row.cells.size()) return {.missing = true, .words = ""};
  const Cell& cell = row.cells[column];
  if (const auto* words = std::get_if<std::string>(&cell)) return {.missing = words->empty(), .words = lower(*words)};
  if (const auto* link = std::get_if<LinkCell>(&cell))
    return {.missing = link->words.empty(), .words = lower(link->words)};
  if (const auto* number = std::get_if<std::uint64_t>(&cell))
    return {.number = static_cast<double>(*number), .words = ""};
  if (const auto* mean = std::get_if<MeanValue>(&cell))
    return {.missing = mean->count == 0, .number = mean->value, .words = ""};
  if (const auto* share = std::get_if<Share>(&cell))
    return share->base == 0 ? Key{.missing = true, .words = ""} : Key{.number = share_of(*share), .words = ""};
  if (const auto* score = std::get_if<ScoreCell>(&cell))
    return {.missing = !score->value, .number = static_cast<double>(score->value.value_or(0)), .words = ""};
  if (const auto* finding = std::get_if<FindingCell>(&cell))
    return {.missing = finding->severity.empty(),
            .number = static_cast<double>(-severity_rank(finding->severity)),
            .words = lower(finding->words)};
  return {.missing = true, .words = ""};
}

}  // namespace

std::size_t column_at(const Table& table, std::string_view id) {
  const auto at = std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.id == id; });
  return static_cast<std::size_t>(at - table.columns.begin());
}

std::string cell_words(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* link = std::get_if<LinkCell>(&cell)) return link->words;
  return "";
}

void sort_rows(Table& table, std::string_view id) {
  const bool turned = id.starts_with('-');
  if (turned) id.remove_prefix(1);
  const std::size_t column = column_at(table, id);
  if (column == table.columns.size()) return;
  const ColumnKind kind = table.columns[column].kind;
  const bool words = kind == ColumnKind::text || kind == ColumnKind::passage || kind == ColumnKind::article ||
                     kind == ColumnKind::score || kind == ColumnKind::finding;  // from the front
  const bool falling = words == turned;
  std::vector<std::pair<Key, Row>> keyed;
  keyed.reserve(table.rows.size());
  for (Row& row : table.rows) {
    Key key = key_of(row, column);
    keyed.emplace_back(std::move(key), std::move(row));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    if (a.first.missing || b.first.missing) return !a.first.missing && b.first.missing;
    const Key& first = falling ? b.first : a.first;
    const Key& second = falling ? a.first : b.first;
    return first.number != second.number ? first.number < second.number : first.words < second.words;
  });
  for (std::size_t i = 0; i < keyed.size(); ++i) table.rows[i] = std::move(keyed[i].second);
}

void limit_rows(Table& table, std::uint64_t limit) {
  if (limit == 0 || table.rows.size() <= limit) return;
  table.left_out += table.rows.size() - limit;
  table.rows.resize(static_cast<std::size_t>(limit));
}

}  // namespace hearsay
