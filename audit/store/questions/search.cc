// Entry: answer_search. What the user types is never given to SQLite as its query language: words and quoted phrases
// are told apart here, and each becomes a quoted string of FTS5, so that nothing can be a syntax error.
#include "base/utf8.h"
#include "store/questions/asking.h"

namespace hearsay {
namespace {

constexpr std::string_view kColumns = R"(
  SELECT coalesce(article.published, ''), coalesce(article.outlet, ''), article.title, article.id, coalesce(article.url, ''),
    CASE WHEN claim.claim IS NULL THEN coalesce(source.name, '(not stated)') ELSE '' END,
    coalesce(attribution.type, 'claim without source'),
    passage.text, coalesce(attribution.attribution, 0), coalesce(claim.claim, 0))";
constexpr std::string_view kFound = R"(
  FROM search
  JOIN passage ON passage.passage = search.rowid
  JOIN article ON article.article = passage.article
  LEFT JOIN attribution ON attribution.article = passage.article AND attribution.passage = passage.passage
    AND attribution.statement
  LEFT JOIN source ON source.article = attribution.article AND source.source = attribution.source
  LEFT JOIN claim ON claim.article = passage.article AND claim.passage = passage.passage
    AND attribution.attribution IS NULL AND claim.status = 'unattributed'
  WHERE (attribution.attribution IS NOT NULL OR claim.claim IS NOT NULL) AND search MATCH :words AND {scope})";
constexpr std::string_view kBestFirst = R"(
  ORDER BY search.rank, article.published, article.id, passage.passage, attribution.attribution
  LIMIT :limit)";
constexpr std::size_t kMostWords = 64;

void append_string(std::string& query, std::string_view words) {
  query += query.empty() ? "\"" : " \"";
  for (const char letter : words) {
    if (letter != '"' && letter != '\0') query += letter;
  }
  query += '"';
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (is_letter(point.value) || is_digit(point.value)) return true;
    at += point.length;
  }
  return false;
}

/// pump "no water" fail* as "pump" "no water" "fail" *
std::string query_of(std::string_view wanted) {
  std::string query;
  for (std::size_t words = 0; !wanted.empty() && words < kMostWords;) {
    const bool phrase = wanted.front() == '"';
    if (phrase) wanted.remove_prefix(1);
    const std::size_t end = std::min(wanted.find_first_of(phrase ? "\"" : " \"\t\n"), wanted.size());
    const std::string_view piece = wanted.substr(0, end);
    wanted.remove_prefix(
        std::min(end + (end < wanted.size() && wanted[end] == '"' && !phrase ? 0U : 1U), wanted.size()));
    if (!has_word(piece)) continue;
    append_string(query, piece);
    if (!phrase && piece.ends_with('*')) query += " *";
    ++words;
  }
  return query;
}

}  // namespace

Table answer_search(const Asking& asking) {
  Table table{.id = "search",
              .title = "Claims and quotations with: " + asking.question().operand,
              .notes = {},
              .columns = {{"published", "Published", ColumnKind::date},
                          {"outlet", "Outlet", ColumnKind::text, false, true},
                          {"article", "Article", ColumnKind::article},
                          {"source", "Source", ColumnKind::text},
                          {"type", "Type", ColumnKind::text, false, true},
                          {"words", "Words", ColumnKind::passage}},
              .rows = {}};
  const std::string query = query_of(asking.question().operand);
  if (query.empty())
    throw Fatal({.message = "there is no word to look for in '" + asking.question().operand + "'",
                 .remedy = "give words, a \"phrase in quotation marks\" or a beginning*"});
  // An archive holds more than anybody reads: rows that are not shown are counted and no more, unless a sort needs
  // them.
  const std::uint64_t limit = asking.question().limit.value_or(kRowsOfRankings);
  const bool all = limit == 0 || !asking.question().sort.empty();
  SQLite::Statement row = asking.prepare(std::string(kColumns) + std::string(kFound) + std::string(kBestFirst));
  row.bind(":words", query);
  row.bind(":limit", all ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
  while (row.executeStep()) {
    LinkCell article = article_at(row, 2);
    if (const std::uint64_t attribution = count_at(row, 8); attribution != 0)
      article.place = "a" + std::to_string(attribution);
    else if (const std::uint64_t claim = count_at(row, 9); claim != 0)
      article.place = "c" + std::to_string(claim);
    table.rows.push_back({.cells = {text_at(row, 0), outlet_cell(text_at(row, 1)), std::move(article), text_at(row, 5),
                                    text_at(row, 6), text_at(row, 7)}});
  }
  if (all || table.rows.size() < limit) return table;
  SQLite::Statement count = asking.prepare("SELECT count(*)" + std::string(kFound));
  count.bind(":words", query);
  if (count.executeStep()) table.left_out = count_at(count, 0) - table.rows.size();
  return table;
}

}  // namespace hearsay
