// Entry: answer_findings. The policy's checks that failed in the articles of the scope.
#include "base/interval.h"
#include "store/questions/asking.h"

namespace hearsay {
namespace {

constexpr std::string_view kFindings = R"(
  SELECT policy_check.id, max(CASE WHEN policy_check.title = '' THEN policy_check.why ELSE policy_check.title END), finding.severity, count(*), count(DISTINCT article.article),
    count(DISTINCT article.outlet)
  FROM article
  JOIN finding ON finding.article = article.article
  JOIN policy_check ON policy_check.policy_check = finding.policy_check
  WHERE {scope}
  GROUP BY policy_check.id, finding.severity
  ORDER BY count(*) DESC, policy_check.id, finding.severity)";

}  // namespace

Table answer_findings(const Asking& asking) {
  Table table{
      .id = "findings",
      .title = "Policy findings by check",
      .notes = {"Articles: those in which the check failed at least once, of all that were judged. The range is "
                "an interval of 95 %."},
      .columns = {{"check", "Check", ColumnKind::text},
                  {"why", "Why it matters", ColumnKind::text, true},
                  {"severity", "Severity", ColumnKind::text},
                  {"findings", "Findings", ColumnKind::number},
                  {"articles", "Articles", ColumnKind::share},
                  {"outlets", "Outlets", ColumnKind::number}},
      .rows = {}};
  SQLite::Statement all = asking.prepare("SELECT count(*) FROM article WHERE {scope}");
  const std::uint64_t judged = all.executeStep() ? count_at(all, 0) : 0;
  SQLite::Statement row = asking.prepare(kFindings);
  while (row.executeStep()) {
    const std::uint64_t articles = count_at(row, 4);
    if (articles < asking.question().min_articles) continue;
    table.rows.push_back({.cells = {text_at(row, 0), text_at(row, 1), text_at(row, 2), count_at(row, 3),
                                    Share{articles, judged, wilson(articles, judged)}, count_at(row, 5)},
                          .few = judged < kFewArticles});
  }
  return table;
}

}  // namespace hearsay
