// Entry: write_table_json.
#include <algorithm>

#include "report/json_writer.h"
#include "report/table/table_words.h"
#include "report/table/write_table.h"

namespace hearsay {
namespace {

void write_number(JsonWriter& json, std::uint64_t number) {
  json.value(static_cast<long long>(number));
}

void write_interval(JsonWriter& json, const Interval& interval) {
  json.key("low").value(interval.low);
  json.key("high").value(interval.high);
}

/// Of an article its title, id and address; of all else that leads somewhere its words.
void write_link(JsonWriter& json, const LinkCell& link) {
  if (link.refers != Refers::article && link.refers != Refers::nothing) {
    json.value(link.words);
    return;
  }
  json.open_object();
  json.key("words").value(link.words);
  json.key("address").value(link.address);
  if (!link.id.empty()) json.key("id").value(link.id);
  json.close();
}

void write_cell(JsonWriter& json, const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) {
    json.value(*words);
  } else if (const auto* number = std::get_if<std::uint64_t>(&cell)) {
    write_number(json, *number);
  } else if (const auto* share = std::get_if<Share>(&cell)) {
    json.open_object();
    json.key("part");
    write_number(json, share->part);
    json.key("base");
    write_number(json, share->base);
    if (share->base != 0) {
      json.key("share").value(fraction(*share));
      write_interval(json, share->interval);
    }
    json.close();
  } else if (const auto* mean = std::get_if<MeanValue>(&cell)) {
    json.open_object();
    if (mean->count != 0) json.key("mean").value(mean->value);
    json.key("count");
    write_number(json, mean->count);
    if (mean->count > 1) write_interval(json, mean->interval);
    json.close();
  } else if (const auto* link = std::get_if<LinkCell>(&cell)) {
    write_link(json, *link);
  } else if (const auto* score = std::get_if<ScoreCell>(&cell)) {
    json.open_object();
    if (score->value) {
      json.key("score").value(static_cast<long long>(*score->value));
    } else {
      json.key("score").null();
    }
    json.key("grade").value(score->grade);
    json.key("why").value(score->why);
    json.close();
  } else if (const auto* finding = std::get_if<FindingCell>(&cell)) {
    if (finding->severity.empty()) {
      json.null();
      return;
    }
    json.open_object();
    json.key("severity").value(finding->severity);
    json.key("words").value(finding->words);
    json.key("check").value(finding->check);
    json.close();
  } else {
    json.null();
  }
}

}  // namespace

std::string write_table_json(const Table& table) {
  const bool any_few = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.few; });
  JsonWriter json(2);
  json.open_object();
  json.key("table").value(table.id);
  json.key("title").value(table.title);
  if (!table.lead.empty()) json.key("lead").value(table.lead);
  json.key("notes").open_array();
  for (const std::string& note : table.notes) json.value(note);
  json.close();
  json.key("columns").open_array();
  for (const Column& column : table.columns) {
    json.open_object();
    json.key("id").value(column.id);
    json.key("title").value(column.title);
    json.key("kind").value(column_kind_name(column.kind));
    json.close();
  }
  json.close();
  json.key("rows").open_array();
  for (const Row& row : table.rows) {
    json.open_object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      json.key(table.columns[i].id);
      write_cell(json, row.cells[i]);
    }
    if (any_few) json.key("few").value(row.few);
    json.close();
  }
  json.close();
  json.key("left_out");
  write_number(json, table.left_out);
  json.close();
  return json.take();
}

}  // namespace hearsay
