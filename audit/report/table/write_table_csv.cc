// Entry: write_table_csv.
#include <fmt/format.h>

#include <algorithm>

#include "report/csv.h"
#include "report/table/table_words.h"
#include "report/table/write_table.h"

namespace hearsay {
namespace {

using Cells = std::vector<std::string>;

std::string decimal(double number) {
  return fmt::format("{:.4g}", number);
}

void add_header(const Column& column, Cells& cells) {
  cells.push_back(column.id);
  if (column.kind == ColumnKind::share) {
    for (const char* part : {"_part", "_base", "_low", "_high"}) cells.push_back(column.id + part);
  } else if (column.kind == ColumnKind::mean) {
    for (const char* part : {"_count", "_low", "_high"}) cells.push_back(column.id + part);
  } else if (column.kind == ColumnKind::article) {
    for (const char* part : {"_id", "_address"}) cells.push_back(column.id + part);
  } else if (column.kind == ColumnKind::score) {
    for (const char* part : {"_grade", "_why"}) cells.push_back(column.id + part);
  } else if (column.kind == ColumnKind::finding) {
    for (const char* part : {"_severity", "_check"}) cells.push_back(column.id + part);
  }
}

void add_share(const Share& share, Cells& cells) {
  const bool any = share.base != 0;
  cells.push_back(any ? decimal(fraction(share)) : "");
  cells.push_back(std::to_string(share.part));
  cells.push_back(std::to_string(share.base));
  cells.push_back(any ? decimal(share.interval.low) : "");
  cells.push_back(any ? decimal(share.interval.high) : "");
}

void add_mean(const MeanValue& mean, Cells& cells) {
  cells.push_back(mean.count == 0 ? "" : decimal(mean.value));
  cells.push_back(std::to_string(mean.count));
  cells.push_back(mean.count < 2 ? "" : decimal(mean.interval.low));
  cells.push_back(mean.count < 2 ? "" : decimal(mean.interval.high));
}

void add_cell(const Column& column, const Cell& cell, Cells& cells) {
  if (column.kind == ColumnKind::article) {
    const auto* link = std::get_if<LinkCell>(&cell);
    cells.insert(cells.end(),
                 {plain_cell(cell), link == nullptr ? "" : link->id, link == nullptr ? "" : link->address});
  } else if (column.kind == ColumnKind::score) {
    const auto* score = std::get_if<ScoreCell>(&cell);
    const bool any = score != nullptr && score->value;
    cells.insert(cells.end(), {any ? std::to_string(*score->value) : "", score == nullptr ? "" : score->grade,
                               score == nullptr ? "" : score->why});
  } else if (column.kind == ColumnKind::finding) {
    const auto* finding = std::get_if<FindingCell>(&cell);
    const bool any = finding != nullptr;
    cells.insert(cells.end(), {any ? finding->words : "", any ? finding->severity : "", any ? finding->check : ""});
  } else if (const auto* share = std::get_if<Share>(&cell)) {
    add_share(*share, cells);
  } else if (const auto* mean = std::get_if<MeanValue>(&cell)) {
    add_mean(*mean, cells);
  } else if (column.kind == ColumnKind::share) {
    cells.resize(cells.size() + 5);
  } else if (column.kind == ColumnKind::mean) {
    cells.resize(cells.size() + 4);
  } else if (const auto* link = std::get_if<LinkCell>(&cell)) {
    cells.push_back(link->address.empty() ? link->words : link->address);
  } else {
    cells.push_back(plain_cell(cell));
  }
}

}  // namespace

std::string write_table_csv(const Table& table) {
  const bool any_few = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.few; });
  std::string out;
  Cells cells;
  for (const Column& column : table.columns) add_header(column, cells);
  if (any_few) cells.emplace_back("few");
  append_csv_row(out, cells);
  for (const Row& row : table.rows) {
    cells.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i) add_cell(table.columns[i], row.cells[i], cells);
    if (any_few) cells.emplace_back(row.few ? "1" : "0");
    append_csv_row(out, cells);
  }
  return out;
}

}  // namespace hearsay
