// Entry: answer_findings. The policy's checks that failed in the articles of the scope; of one check, the places.
#include <fmt/format.h>

#include "base/interval.h"
#include "store/questions/asking.h"
#include "store/questions/names.h"

namespace hearsay {
namespace {

constexpr std::string_view kOfCheck = R"(
  FROM article
  JOIN finding ON finding.article = article.article
  JOIN policy_check ON policy_check.policy_check = finding.policy_check
  WHERE {scope} AND policy_check.id = :check)";
constexpr std::string_view kPlaces = R"(
  SELECT coalesce(article.published, ''), coalesce(article.outlet, ''), article.title, article.id,
    coalesce(article.url, ''), finding.severity, finding.line, finding.paragraph, coalesce(finding.opening, ''),
    finding.message, finding.finding, policy_check.title, policy_check.why)";
constexpr std::string_view kGravestFirst = R"(
  ORDER BY CASE finding.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, finding.likelihood DESC,
    article.id, finding.finding
  LIMIT :limit)";
constexpr std::string_view kFindings = R"(
  SELECT policy_check.id, max(CASE WHEN policy_check.title = '' THEN policy_check.id ELSE policy_check.title END),
    max(policy_check.why), finding.severity, count(*), count(DISTINCT article.article),
    count(DISTINCT article.outlet)
  FROM article
  JOIN finding ON finding.article = article.article
  JOIN policy_check ON policy_check.policy_check = finding.policy_check
  WHERE {scope}
  GROUP BY policy_check.id, finding.severity
  ORDER BY count(*) DESC, policy_check.id, finding.severity)";

[[noreturn]] void no_such_check(const Asking& asking) {
  std::vector<std::string> known;
  SQLite::Statement row = asking.prepare_plain("SELECT DISTINCT id FROM policy_check ORDER BY id");
  while (row.executeStep()) known.push_back(text_at(row, 0));
  throw Fatal({.message = "no finding is of a check '" + asking.question().operand + "'",
               .remedy = did_you_mean(asking.question().operand, known, "hearsay report findings lists them")});
}

std::string place_at(SQLite::Statement& row, int column) {
  if (!row.isColumnNull(column + 1)) {
    const std::string opening = text_at(row, column + 2);
    return fmt::format("paragraph {}{}", count_at(row, column + 1), opening.empty() ? "" : ", “" + opening + "”");
  }
  return row.isColumnNull(column) ? "the article" : fmt::format("line {}", count_at(row, column));
}

Table places_of_check(const Asking& asking) {
  Table table{.id = "findings",
              .title = "",
              .notes = {},
              .columns = {{"article", "Article", ColumnKind::article},
                          {"outlet", "Outlet", ColumnKind::text, false, true},
                          {"published", "Published", ColumnKind::date},
                          {"severity", "Severity", ColumnKind::text, false, true},
                          {"place", "Where", ColumnKind::text},
                          {"message", "What is wrong", ColumnKind::passage}},
              .rows = {}};
  const std::string& check = asking.question().operand;
  const std::uint64_t limit = asking.most_rows(kRowsOfPages);
  SQLite::Statement row = asking.prepare(std::string(kPlaces) + std::string(kOfCheck) + std::string(kGravestFirst));
  row.bind(":check", check);
  row.bind(":limit", limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
  while (row.executeStep()) {
    LinkCell article = article_at(row, 2);
    article.place = fmt::format("f{}", count_at(row, 10));
    table.rows.push_back({.cells = {std::move(article), outlet_cell(text_at(row, 1)), text_at(row, 0), text_at(row, 5),
                                    place_at(row, 6), text_at(row, 9)}});
    if (!table.title.empty()) continue;
    const std::string title = text_at(row, 11);
    table.title = "Findings: " + (title.empty() ? check : title);
    table.lead = text_at(row, 12);
  }
  if (table.rows.empty()) no_such_check(asking);
  if (limit != 0 && table.rows.size() == limit) {
    SQLite::Statement count = asking.prepare("SELECT count(*)" + std::string(kOfCheck));
    count.bind(":check", check);
    if (count.executeStep()) table.left_out = count_at(count, 0) - table.rows.size();
  }
  return table;
}

}  // namespace

Table answer_findings(const Asking& asking) {
  if (!asking.question().operand.empty()) return places_of_check(asking);
  Table table{
      .id = "findings",
      .title = "Policy findings by check",
      .notes = {"Articles: those in which the check failed at least once, of all that were judged. The range is "
                "an interval of 95 %."},
      .columns = {{"title", "Finding", ColumnKind::text},
                  {"why", "Why it matters", ColumnKind::text, true},
                  {"severity", "Severity", ColumnKind::text, false, true},
                  {"findings", "Findings", ColumnKind::number},
                  {"articles", "Articles", ColumnKind::share},
                  {"outlets", "Outlets", ColumnKind::number},
                  {"check", "Check", ColumnKind::text, true}},
      .rows = {}};
  SQLite::Statement all = asking.prepare("SELECT count(*) FROM article WHERE {scope}");
  const std::uint64_t judged = all.executeStep() ? count_at(all, 0) : 0;
  SQLite::Statement row = asking.prepare(kFindings);
  while (row.executeStep()) {
    const std::uint64_t articles = count_at(row, 5);
    if (articles < asking.question().min_articles) continue;
    table.rows.push_back(
        {.cells = {LinkCell{text_at(row, 1), "", Refers::check, text_at(row, 0)}, text_at(row, 2), text_at(row, 3),
                   count_at(row, 4), Share{articles, judged, wilson(articles, judged)}, count_at(row, 6),
                   text_at(row, 0)},
         .few = judged < kFewArticles});
  }
  return table;
}

}  // namespace hearsay
