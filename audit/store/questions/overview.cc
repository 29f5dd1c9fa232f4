// Entry: answer_overview. What the archive, or the chosen part of it, holds.
#include "base/cut_utf8.h"
#include "store/questions/asking.h"

namespace hearsay {
namespace {

constexpr std::string_view kArticleCounts = R"(
  SELECT count(*), count(DISTINCT article.outlet), count(DISTINCT article.byline), coalesce(min(article.published), ''),
    coalesce(max(article.published), ''), total(article.words), count(*) FILTER (WHERE article.published IS NULL),
    count(*) FILTER (WHERE article.outlet IS NULL), count(DISTINCT article.rules),
    count(*) FILTER (WHERE article.score IS NULL), count(*) FILTER (WHERE article.withheld_id = 'language')
  FROM article WHERE {scope})";
constexpr std::string_view kAttributionCounts = R"(
  SELECT count(*), count(*) FILTER (WHERE attribution.quoted), count(*) FILTER (WHERE source.anonymous)
  FROM article
  JOIN attribution ON attribution.article = article.article AND attribution.statement
  LEFT JOIN source ON source.article = attribution.article AND source.source = attribution.source
  WHERE {scope})";
constexpr std::string_view kClaimCount =
    "SELECT count(*) FROM article JOIN claim ON claim.article = article.article WHERE {scope}";
constexpr std::string_view kFindingCount =
    "SELECT count(*) FROM article JOIN finding ON finding.article = article.article WHERE {scope}";

}  // namespace

Table answer_overview(const Asking& asking) {
  Table table{.id = "overview",
              .title = "What the archive holds",
              .notes = {},
              .columns = {{"what", "What", ColumnKind::text}, {"number", "Number", ColumnKind::number}},
              .rows = {}};
  const auto add = [&](const char* what, std::uint64_t number) { table.rows.push_back({.cells = {what, number}}); };
  SQLite::Statement articles = asking.prepare(kArticleCounts);
  if (!articles.executeStep()) return table;
  add("Articles", count_at(articles, 0));
  if (const std::uint64_t without = count_at(articles, 9); without != 0) add("… without a score", without);
  if (const std::uint64_t foreign = count_at(articles, 10); foreign != 0)
    add("… not audited: another language", foreign);
  add("Words", count_at(articles, 5));
  add("Outlets", count_at(articles, 1));
  add("Bylines", count_at(articles, 2));
  SQLite::Statement attributions = asking.prepare(kAttributionCounts);
  if (attributions.executeStep()) {
    add("Attributions", count_at(attributions, 0));
    add("… with words in quotation marks", count_at(attributions, 1));
    add("… to a source that is not named", count_at(attributions, 2));
  }
  SQLite::Statement claims = asking.prepare(kClaimCount);
  if (claims.executeStep()) add("Claims", count_at(claims, 0));
  SQLite::Statement findings = asking.prepare(kFindingCount);
  if (findings.executeStep()) add("Findings", count_at(findings, 0));
  if (const std::string first = text_at(articles, 3); !first.empty())
    table.notes.push_back("Published from " + std::string(cut_utf8(first, 10)) + " to " +
                          std::string(cut_utf8(text_at(articles, 4), 10)) + ".");
  const auto note = [&](const char* what, int column, const char* why) {
    if (const std::uint64_t number = count_at(articles, column); number != 0)
      table.notes.push_back(what + std::to_string(number) + why);
  };
  note("Articles without a date: ", 6, "; they are left out where a time is asked for.");
  note("Articles without an outlet: ", 7, ".");
  if (count_at(articles, 8) > 1)
    table.notes.emplace_back(
        "The articles were judged by different rules or policies: figures of one may not compare "
        "with those of another. Auditing them anew makes them one.");
  return table;
}

}  // namespace hearsay
