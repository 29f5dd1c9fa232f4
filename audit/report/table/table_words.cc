#include "report/table/table_words.h"

#include <fmt/format.h>

#include <cmath>

#include "report/plain.h"

namespace hearsay {

std::string_view column_kind_name(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::text:
      return "text";
    case ColumnKind::passage:
      return "passage";
    case ColumnKind::date:
      return "date";
    case ColumnKind::number:
      return "number";
    case ColumnKind::share:
      return "share";
    case ColumnKind::mean:
      return "mean";
    case ColumnKind::article:
      return "article";
    case ColumnKind::score:
      return "score";
    case ColumnKind::finding:
      return "finding";
  }
  return "";
}

double fraction(const Share& share) {
  return share.base == 0 ? 0 : static_cast<double>(share.part) / static_cast<double>(share.base);
}

std::string percent(const Share& share) {
  if (share.base == 0) return "–";
  const long rounded = std::lround(100 * fraction(share));
  if (rounded == 0 && share.part != 0) return "<1 %";
  if (rounded == 100 && share.part != share.base) return ">99 %";
  return fmt::format("{} %", rounded);
}

std::string percent_range(const Share& share) {
  if (share.base == 0) return "";
  return fmt::format("{}–{}", std::lround(100 * share.interval.low), std::lround(100 * share.interval.high));
}

std::string mean_words(const MeanValue& mean) {
  return mean.count == 0 ? "–" : fmt::format("{:.1f}", mean.value);
}

std::string mean_range(const MeanValue& mean) {
  if (mean.count < 2) return "";
  return fmt::format("{}–{}", std::lround(mean.interval.low), std::lround(mean.interval.high));
}

std::string score_words(const ScoreCell& score) {
  return score.value ? std::to_string(*score.value) : "n/a";
}

std::string plain_cell(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return one_line(*words);
  if (const auto* link = std::get_if<LinkCell>(&cell)) return one_line(link->words);
  if (const auto* number = std::get_if<std::uint64_t>(&cell)) return std::to_string(*number);
  if (const auto* share = std::get_if<Share>(&cell)) return percent(*share);
  if (const auto* mean = std::get_if<MeanValue>(&cell)) return mean_words(*mean);
  if (const auto* score = std::get_if<ScoreCell>(&cell)) return score_words(*score);
  if (const auto* finding = std::get_if<FindingCell>(&cell))
    return finding->severity.empty() ? "" : one_line(finding->severity + ": " + finding->words);
  return "";
}

std::string shown_cell(const Column& column, const Cell& cell) {
  constexpr std::size_t kDay = 10;  // of 2024-03-05T08:00:00Z
  std::string words = plain_cell(cell);
  if (column.kind == ColumnKind::date && words.size() > kDay && words[kDay] == 'T') words.resize(kDay);
  return words;
}

std::string left_out_words(const Table& table) {
  if (table.left_out == 0) return "";
  return "… and " + counted(table.left_out, "more row", "more rows") + "; --limit 0 shows all.";
}

}  // namespace hearsay
