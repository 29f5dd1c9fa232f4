// Entry: answer_articles. Which articles are shown is decided upon their own columns; what is counted in other tables
// is counted for these alone, as ReportIndex counts it in their scorecards.
#include "report/table/articles.h"

#include "store/questions/asking.h"

namespace hearsay {
namespace {

constexpr std::string_view kArticlesShown = R"(
  WITH shown AS (
    SELECT article FROM article WHERE {scope}
    ORDER BY article.score IS NULL, article.score, article.id LIMIT :limit)
  SELECT id, coalesce(title, ''), coalesce(outlet, ''), coalesce(published, ''), coalesce(url, ''), score,
    coalesce(grade, ''), coalesce(withheld_id, ''), coalesce(genre, ''),
    (SELECT count(*) FROM source WHERE source.article = article.article AND NOT source.anonymous
       AND source.kind IN ('named-person', 'named-organisation', 'media', 'document') AND {speaks}),
    (SELECT count(*) FROM source WHERE source.article = article.article AND source.anonymous AND {speaks}),
    (SELECT count(*) FROM attribution LEFT JOIN source USING (article, source)
     WHERE attribution.article = article.article AND attribution.statement
       AND (source.source IS NULL OR (source.kind = 'unstated' AND NOT source.anonymous)))
    + (SELECT count(*) FROM claim WHERE claim.article = article.article AND claim.status = 'unattributed'
       AND NOT EXISTS (SELECT 1 FROM claim_attribution JOIN attribution USING (article, attribution)
                       WHERE claim_attribution.article = claim.article AND claim_attribution.claim = claim.claim
                         AND attribution.statement)),
    (SELECT count(*) FROM finding WHERE finding.article = article.article AND finding.severity = 'error'),
    (SELECT count(*) FROM finding WHERE finding.article = article.article AND finding.severity = 'warning'),
    (SELECT count(*) FROM finding WHERE finding.article = article.article AND finding.severity = 'note'),
    article
  FROM shown JOIN article USING (article)
  ORDER BY article.score IS NULL, article.score, article.id)";
constexpr std::string_view kWorstFinding = R"(
  SELECT finding.severity, CASE WHEN policy_check.title = '' THEN finding.message ELSE policy_check.title END,
    policy_check.id
  FROM finding JOIN policy_check USING (policy_check)
  WHERE finding.article = ?1
  ORDER BY CASE finding.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, finding.likelihood DESC,
    finding.finding
  LIMIT 1)";

}  // namespace

Table answer_articles(const Asking& asking) {
  const std::uint64_t limit = asking.most_rows(kRowsOfPages);
  SQLite::Statement row = asking.prepare(kArticlesShown);
  SQLite::Statement worst = asking.prepare_plain(kWorstFinding);
  row.bind(":limit", limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
  std::vector<ArticleRow> rows;
  while (row.executeStep()) {
    ArticleRow made{.id = text_at(row, 0),
                    .title = text_at(row, 1),
                    .outlet = text_at(row, 2),
                    .published = text_at(row, 3),
                    .url = text_at(row, 4),
                    .score = {},
                    .grade = text_at(row, 6),
                    .why = {},
                    .named = count_at(row, 9),
                    .unnamed = count_at(row, 10),
                    .unsourced = count_at(row, 11),
                    .errors = count_at(row, 12),
                    .warnings = count_at(row, 13),
                    .notes = count_at(row, 14),
                    .worst = {},
                    .worst_severity = {}};
    if (row.isColumnNull(5)) {
      made.why = why_no_score(text_at(row, 7), text_at(row, 8));
    } else {
      made.score = row.getColumn(5).getInt();
    }
    worst.reset();
    worst.bind(1, row.getColumn(15).getInt64());
    if (worst.executeStep()) {
      made.worst_severity = text_at(worst, 0);
      made.worst = text_at(worst, 1);
      made.worst_check = text_at(worst, 2);
    }
    rows.push_back(std::move(made));
  }
  Table table = article_table(rows);
  if (!asking.question().outlet.empty() && !rows.empty()) table.title = rows.front().outlet + ": " + table.title;
  if (limit == 0 || rows.size() < limit) return table;
  SQLite::Statement count = asking.prepare("SELECT count(*) FROM article WHERE {scope}");
  if (count.executeStep()) table.left_out = count_at(count, 0) - rows.size();
  return table;
}

}  // namespace hearsay
