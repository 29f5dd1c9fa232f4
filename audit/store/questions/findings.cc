// Entry: answer_findings. The policy's checks that failed in the articles of the scope; of one check, the places.
#include <fmt/format.h>

#include "base/interval.h"
#include "report/mark_corrected.h"
#include "report/table/articles.h"
#include "report/worst_first.h"
#include "store/columns.h"
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
    finding.message, finding.finding, policy_check.title, policy_check.why, article.article)";
constexpr std::string_view kOfArticle = R"(
  SELECT finding.severity, finding.likelihood, finding.fingerprint, coalesce(body.corrected, '')
  FROM finding LEFT JOIN body USING (article) WHERE finding.article = ?1 ORDER BY finding.finding)";
constexpr std::string_view kGravestFirst = R"(
  ORDER BY CASE finding.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, finding.likelihood DESC,
    article.id, finding.finding
  LIMIT :limit)";
constexpr std::string_view kPolicies = R"(
  SELECT DISTINCT CASE WHEN policy.name = '' THEN policy.id ELSE policy.name END
  FROM article JOIN policy USING (policy) WHERE {scope} ORDER BY 1)";
constexpr std::string_view kFindings = R"(
  SELECT policy_check.id, max(CASE WHEN policy_check.title = '' THEN policy_check.id ELSE policy_check.title END),
    max(policy_check.why), count(*), count(DISTINCT article.article), count(DISTINCT article.outlet),
    count(*) FILTER (WHERE finding.severity = 'error'), count(*) FILTER (WHERE finding.severity = 'warning'),
    count(*) FILTER (WHERE finding.severity = 'note')
  FROM article
  JOIN finding ON finding.article = article.article
  JOIN policy_check ON policy_check.policy_check = finding.policy_check
  WHERE {scope}
  GROUP BY policy_check.id
  ORDER BY count(*) DESC, policy_check.id)";

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

/// The numbers of an article's findings as its scorecard gives them. Rows of one article mostly follow one another.
class FindingNumbers {
 public:
  explicit FindingNumbers(const Asking& asking) : row_(asking.prepare_plain(kOfArticle)) {}

  /// Of `finding`, from 1 in the scorecard's order.
  std::uint32_t of(std::int64_t article, std::uint64_t finding) {
    if (article != article_) read(article);
    return finding == 0 || finding > numbers_.size() ? 0 : numbers_[finding - 1];
  }

 private:
  void read(std::int64_t article) {
    Report report;
    row_.reset();
    row_.bind(1, article);
    while (row_.executeStep()) {
      ReportFinding& one = report.findings.emplace_back();
      one.severity = text_at(row_, 0);
      if (!row_.isColumnNull(1)) one.likelihood = row_.getColumn(1).getDouble();
      one.fingerprint = text_at(row_, 2);
      if (report.corrections.empty()) report.corrections = corrections_of(text_at(row_, 3));
    }
    mark_corrected(report);
    numbers_ = finding_numbers(report.findings);
    article_ = article;
  }

  SQLite::Statement row_;
  std::int64_t article_ = 0;  // whose the numbers are; no key is 0
  std::vector<std::uint32_t> numbers_;
};

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
  FindingNumbers numbers(asking);
  while (row.executeStep()) {
    LinkCell article = article_at(row, 2);
    article.place = fmt::format("f{}", numbers.of(row.getColumn(13).getInt64(), count_at(row, 10)));
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

/// The policies that the articles were judged by.
std::string policies_of(const Asking& asking) {
  std::string names;
  SQLite::Statement row = asking.prepare(kPolicies);
  while (row.executeStep()) names += (names.empty() ? "" : "; ") + text_at(row, 0);
  return names;
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
                  {"findings", "Findings", ColumnKind::number},
                  {"severity", "Of them", ColumnKind::text},
                  {"articles", "Articles", ColumnKind::share},
                  {"outlets", "Outlets", ColumnKind::number},
                  {"check", "Check", ColumnKind::text, true}},
      .rows = {}};
  if (const std::string policies = policies_of(asking); !policies.empty())
    table.notes.push_back("Looked for is what the policy asks (" + policies +
                          "); others ask other questions, as whether an accusation is answered: audit --policy.");
  SQLite::Statement all = asking.prepare("SELECT count(*) FROM article WHERE {scope}");
  const std::uint64_t judged = all.executeStep() ? count_at(all, 0) : 0;
  SQLite::Statement row = asking.prepare(kFindings);
  while (row.executeStep()) {
    const std::uint64_t articles = count_at(row, 4);
    if (articles < asking.question().min_articles) continue;
    table.rows.push_back(
        {.cells = {LinkCell{text_at(row, 1), "", Refers::check, text_at(row, 0)}, text_at(row, 2), count_at(row, 3),
                   severities_told(count_at(row, 6), count_at(row, 7), count_at(row, 8)),
                   Share{articles, judged, wilson(articles, judged)}, count_at(row, 5), text_at(row, 0)},
         .few = judged < kFewArticles});
  }
  return table;
}

}  // namespace hearsay
