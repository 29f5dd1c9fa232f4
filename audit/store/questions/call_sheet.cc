// Entry: answer_call_sheet. The sources of one article, each with what it said, and columns for whoever picks up the
// telephone.
#include <fmt/format.h>

#include "store/questions/asking.h"
#include "store/questions/names.h"

namespace hearsay {
namespace {

// By its id, else by its title.
constexpr std::string_view kArticle =
    "SELECT article, coalesce(title, ''), coalesce(outlet, '') FROM article WHERE id = ?1 OR title = ?1 COLLATE "
    "NOCASE ORDER BY id = ?1 DESC, article LIMIT 1";
constexpr std::string_view kSources = R"(
  SELECT source.source, source.name, source.kind, source.anonymous, coalesce(source.specificity, ''),
    coalesce(source.description, ''), coalesce(source.affiliation, ''),
    (SELECT count(*) FROM attribution
     WHERE attribution.article = source.article AND attribution.source = source.source AND {outer}),
    (SELECT count(*) FROM via WHERE via.article = source.article AND via.source = source.source)
  FROM source
  WHERE source.article = ?1 AND source.kind NOT IN ('author', 'collective', 'unstated')
  ORDER BY source.source)";
constexpr std::string_view kWords = R"(
  SELECT passage.text FROM attribution JOIN passage ON passage.passage = attribution.passage
  WHERE attribution.article = ?1 AND attribution.source = ?2 AND {outer}
  ORDER BY attribution.attribution)";

[[noreturn]] void no_such_article(const Asking& asking) {
  std::vector<std::string> known;
  SQLite::Statement row = asking.prepare_plain("SELECT id FROM article ORDER BY id");
  while (row.executeStep()) known.push_back(text_at(row, 0));
  throw Fatal({.message = "there is no article '" + asking.question().operand + "'",
               .remedy = did_you_mean(asking.question().operand, known, "hearsay report articles lists their titles")});
}

}  // namespace

Table answer_call_sheet(const Asking& asking) {
  SQLite::Statement article = asking.prepare_plain(kArticle);
  article.bind(1, asking.question().operand);
  if (!article.executeStep()) no_such_article(asking);
  const std::int64_t key = article.getColumn(0).getInt64();
  const std::string title = text_at(article, 1);
  Table table{
      .id = "callsheet",
      .title = "Call sheet: " + (title.empty() ? asking.question().operand : title),
      .notes = {"One row for everybody and every document the article rests on, in its order. Contact, verified, "
                "by and date are for the desk to fill in."},
      .columns = {{"source", "Source", ColumnKind::text},
                  {"kind", "Kind", ColumnKind::text},
                  {"role", "Role", ColumnKind::text},
                  {"organisation", "Organisation", ColumnKind::text},
                  {"quotations", "Quotations", ColumnKind::number},
                  {"words", "Words", ColumnKind::passage},
                  {"contact", "Contact", ColumnKind::text},
                  {"verified", "Verified", ColumnKind::text},
                  {"by", "By", ColumnKind::text},
                  {"date", "Date", ColumnKind::date}},
      .rows = {}};
  const std::string outlet = name_key(text_at(article, 2));
  SQLite::Statement source = asking.prepare_plain(kSources);
  SQLite::Statement words = asking.prepare_plain(kWords);
  source.bind(1, key);
  while (source.executeStep()) {
    const std::uint64_t said = count_at(source, 7);
    const std::uint64_t relayed = count_at(source, 8);
    const std::string name = text_at(source, 1);
    if ((said == 0 && relayed == 0) || (!outlet.empty() && name_key(name) == outlet)) continue;
    std::string quoted;
    words.reset();
    words.bind(1, key);
    words.bind(2, source.getColumn(0).getInt64());
    while (words.executeStep()) quoted += (quoted.empty() ? "" : " | ") + text_at(words, 0);
    std::string kind = titled(text_at(source, 2));
    if (source.getColumn(3).getInt() != 0) kind += " (" + text_at(source, 4) + ")";
    if (relayed != 0) kind += fmt::format(", relays {}", relayed);
    const std::monostate empty;
    table.rows.push_back(
        {.cells = {name, kind, text_at(source, 5), text_at(source, 6), said, quoted, empty, empty, empty, empty}});
  }
  return table;
}

}  // namespace hearsay
