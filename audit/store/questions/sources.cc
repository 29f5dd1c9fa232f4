// Entry: answer_sources. SQL counts per name, outlet and kind; names of one key are put together here.
#include <map>
#include <set>

#include "store/questions/asking.h"
#include "store/questions/names.h"

namespace hearsay {
namespace {

constexpr std::string_view kQuoted = R"(
  SELECT source.name, source.kind, coalesce(article.outlet, ''),
    count(*) FILTER (WHERE attribution.quoted),
    count(*) FILTER (WHERE NOT attribution.quoted),
    count(DISTINCT article.article)
  FROM article
  JOIN attribution ON attribution.article = article.article
  JOIN source ON source.article = attribution.article AND source.source = attribution.source
  WHERE {scope} AND NOT source.anonymous AND {particular}
  GROUP BY source.name, source.kind, article.outlet
  ORDER BY source.name, source.kind, article.outlet)";

struct Quoted {
  std::map<std::string, std::uint64_t> forms, kinds;  // how often it is so written, so understood
  std::set<std::string> outlets;
  std::uint64_t quotations = 0, reported = 0, articles = 0;
};

std::string most_used(const std::map<std::string, std::uint64_t>& words) {
  std::string best;
  std::uint64_t most = 0;
  for (const auto& [word, count] : words) {
    if (count <= most) continue;
    best = word;
    most = count;
  }
  return best;
}

std::map<std::string, Quoted> add_up(const Asking& asking) {
  std::map<std::string, Quoted> sources;
  SQLite::Statement row = asking.prepare(kQuoted);
  while (row.executeStep()) {
    const std::string name = text_at(row, 0);
    const std::string outlet = text_at(row, 2);
    const std::string key = name_key(name);
    // An outlet that tells what it saw itself is nobody's source but its own.
    if (!is_name(name) || key == name_key(outlet)) continue;
    Quoted& quoted = sources[key];
    const std::uint64_t quotations = count_at(row, 3);
    const std::uint64_t reported = count_at(row, 4);
    quoted.forms[name] += quotations + reported;
    quoted.kinds[text_at(row, 1)] += quotations + reported;
    if (!outlet.empty()) quoted.outlets.insert(outlet);
    quoted.quotations += quotations;
    quoted.reported += reported;
    quoted.articles += count_at(row, 5);
  }
  return sources;
}

}  // namespace

Table answer_sources(const Asking& asking) {
  Table table{
      .id = "sources",
      .title = "Who is quoted most, and in how many outlets",
      .notes = {"Quotations: attributions with words in quotation marks; reported: those without.",
                "Names count as written, without titles: who is “Ruiz” in one article and “Ana Ruiz” in another "
                "counts as two. An outlet is left out as a source of its own articles."},
      .columns = {{"source", "Source", ColumnKind::text},
                  {"kind", "Kind", ColumnKind::text},
                  {"quotations", "Quotations", ColumnKind::number},
                  {"reported", "Reported", ColumnKind::number},
                  {"articles", "Articles", ColumnKind::number},
                  {"outlets", "Outlets", ColumnKind::number}},
      .rows = {}};
  for (const auto& [key, quoted] : add_up(asking)) {
    if (quoted.articles < asking.question().min_articles) continue;
    table.rows.push_back({.cells = {most_used(quoted.forms), titled(most_used(quoted.kinds)), quoted.quotations,
                                    quoted.reported, quoted.articles, std::uint64_t{quoted.outlets.size()}}});
  }
  sort_rows(table, "outlets");
  sort_rows(table, "quotations");
  return table;
}

}  // namespace hearsay
