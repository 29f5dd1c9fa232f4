// Entry: article_table, WorstArticles. A heap keeps the worst rows of a run.
#include "report/table/articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "report/index.h"
#include "report/plain.h"
#include "report/report.h"
#include "report/worst_first.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostTitle = 160;  // columns

/// As the scorecard counts them that the row leads to.
void count_voices(const Report& report, ArticleRow& row) {
  const ReportIndex index(report);
  row.named = index.sources_of(is_named).size();
  row.unnamed = index.sources_of(is_anonymous).size();
  row.unsourced = index.passages_of(Tone::none);
}

std::string found(std::uint64_t errors, std::uint64_t warnings, std::uint64_t notes) {
  const std::string words = severities_told(errors, warnings, notes);
  return words.empty() ? "no findings" : words;
}

}  // namespace

std::string severities_told(std::size_t errors, std::size_t warnings, std::size_t notes) {
  std::string words;
  const auto add = [&](std::size_t count, const char* one, const char* many) {
    if (count != 0) words += (words.empty() ? "" : ", ") + counted(count, one, many);
  };
  add(errors, "error", "errors");
  add(warnings, "warning", "warnings");
  add(notes, "note", "notes");
  return words;
}

std::string why_no_score(const std::string& withheld_id, const std::string& genre) {
  if (withheld_id == "language") return "another language";
  if (withheld_id == "too-little") return "too little to tell";
  if (withheld_id == "genre") return genre.empty() ? "no news" : spoken(genre);
  return withheld_id;
}

ArticleRow article_row(const Report& report) {
  ArticleRow row{.id = report.id,
                 .title = cut_to(one_line(report.title), kMostTitle),
                 .outlet = one_line(report.outlet),
                 .published = report.published,
                 .url = report.url,
                 .score = report.total,
                 .grade = report.grade,
                 .why = report.total ? "" : why_no_score(report.withheld_id, report.genre),
                 .worst = {},
                 .worst_severity = {}};
  count_voices(report, row);
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    ++(finding.severity == "error" ? row.errors : finding.severity == "warning" ? row.warnings : row.notes);
  }
  const std::vector<std::uint32_t> order = worst_first(report.findings);
  if (!order.empty() && report.findings[order.front()].suppressed.empty()) {
    const ReportFinding& worst = report.findings[order.front()];
    row.worst = one_line(worst.title.empty() ? worst.message : worst.title);
    row.worst_severity = worst.severity;
    row.worst_check = worst.check;
  }
  return row;
}

bool is_worse(const ArticleRow& one, const ArticleRow& other) {
  const auto rank = [](const ArticleRow& row) {
    return std::tuple(!row.score, row.score.value_or(0), -static_cast<std::int64_t>(row.errors),
                      -static_cast<std::int64_t>(row.warnings));
  };
  const auto a = rank(one);
  const auto b = rank(other);
  return a != b ? a < b : one.id < other.id;
}

Table article_table(const std::vector<ArticleRow>& rows) {
  Table table{.id = "articles",
              .title = "Articles, the lowest scores first",
              .notes = {"Score: 0 to 100, how well an article shows where its claims come from, not whether they are "
                        "true. n/a: nothing was graded, and why.",
                        "Named, not named: sources that say or relay something. No source: statements and claims that "
                        "nobody is given for. "
                        "Findings: checks of the policy that failed."},
              .columns = {{"article", "Article", ColumnKind::article},
                          {"outlet", "Outlet", ColumnKind::text, false, true},
                          {"published", "Published", ColumnKind::date},
                          {"score", "Score", ColumnKind::score},
                          {"named", "Named", ColumnKind::number, true},
                          {"unnamed", "Not named", ColumnKind::number, true},
                          {"unsourced", "No source", ColumnKind::number, true},
                          {"findings", "Findings", ColumnKind::number},
                          {"worst", "Worst finding", ColumnKind::finding, true, true}},
              .rows = {}};
  table.rows.reserve(rows.size());
  for (const ArticleRow& row : rows) {
    table.rows.push_back({.cells = {LinkCell{row.title.empty() ? row.id : row.title, row.url, Refers::article, row.id},
                                    LinkCell{row.outlet, "", Refers::outlet, row.outlet}, row.published,
                                    ScoreCell{row.score, row.grade, row.why}, row.named, row.unnamed, row.unsourced,
                                    row.errors + row.warnings + row.notes,
                                    FindingCell{row.worst_severity, row.worst, row.worst_check}}});
  }
  return table;
}

void WorstArticles::add(ArticleRow row) {
  ++articles_;
  errors_ += row.errors;
  warnings_ += row.warnings;
  notes_ += row.notes;
  if (row.score) {
    ++scored_;
    total_ += static_cast<std::uint64_t>(*row.score);
  }
  if (heap_.size() == most_ && !is_worse(row, heap_.front())) return;
  heap_.push_back(std::move(row));
  std::push_heap(heap_.begin(), heap_.end(), is_worse);
  if (heap_.size() <= most_) return;
  std::pop_heap(heap_.begin(), heap_.end(), is_worse);
  heap_.pop_back();
}

Table WorstArticles::table() const {
  std::vector<ArticleRow> rows = heap_;
  std::sort(rows.begin(), rows.end(), is_worse);
  Table table = article_table(rows);
  table.title = counted(articles_, "article", "articles") + " audited";
  table.lead = capitalised(found(errors_, warnings_, notes_));
  if (scored_ != 0)
    table.lead += fmt::format("; the mean score of {} is {:.0f}", counted(scored_, "article", "articles"),
                              static_cast<double>(total_) / static_cast<double>(scored_));
  if (articles_ != scored_) table.lead += fmt::format("; {} without a score", articles_ - scored_);
  if (failures_ != 0) table.lead += fmt::format("; {} could not be read", failures_);
  if (unchanged_ != 0) table.lead += fmt::format("; {} unchanged since an earlier run and not listed", unchanged_);
  table.lead += '.';
  if (const std::uint64_t left = articles_ - rows.size(); left != 0)
    table.notes.insert(table.notes.begin(),
                       fmt::format("Shown are the {} with the lowest scores; {} have their scorecards beside this page "
                                   "all the same. An archive in a store (--store) is asked with hearsay report.",
                                   rows.size(), counted(left, "further one", "further ones")));
  return table;
}

}  // namespace hearsay
