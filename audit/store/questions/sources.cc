// Entry: answer_sources. SQL counts per source of an article; names of one key, then of one person, are put together
// here.
#include <map>
#include <set>

#include "store/questions/asking.h"
#include "store/questions/names.h"
#include "store/questions/same_person.h"

namespace hearsay {
namespace {

constexpr std::string_view kQuoted = R"(
  SELECT source.name, source.kind, coalesce(article.outlet, ''),
    count(*) FILTER (WHERE attribution.quoted),
    count(*) FILTER (WHERE NOT attribution.quoted), article.article
  FROM article
  JOIN attribution ON attribution.article = article.article AND attribution.statement
  JOIN source ON source.article = attribution.article AND source.source = attribution.source
  WHERE {scope} AND NOT source.anonymous AND {particular} AND {outer}
  GROUP BY article.article, source.source
  ORDER BY article.article, source.source)";

struct Quoted {
  std::map<std::string, std::uint64_t> forms, kinds;  // how often it is so written, so understood
  std::set<std::string> outlets;
  std::set<std::int64_t> articles;
  std::string also;  // other names that were put to it
  std::uint64_t quotations = 0, reported = 0;
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

/// An outlet that tells what it saw itself is nobody's source but its own. Collections call it by a longer name: "CNN
/// (Web News)".
bool is_outlet(const std::string& key, const std::string& kind, const std::string& outlet) {
  return key == outlet || (kind == "media" && outlet.starts_with(key + ' '));
}

void put_together(std::map<std::string, Quoted>& sources) {
  std::map<std::string, NameUse> uses;
  for (const auto& [key, quoted] : sources)
    uses[key] = {quoted.quotations + quoted.reported, most_used(quoted.kinds) == "named-person"};
  for (const auto& [from, to] : fuller_names(uses)) {
    const Quoted part = sources[from];
    Quoted& whole = sources[to];
    whole.also += (whole.also.empty() ? "" : "; ") + most_used(part.forms);
    if (!part.also.empty()) whole.also += "; " + part.also;
    whole.outlets.insert(part.outlets.begin(), part.outlets.end());
    whole.articles.insert(part.articles.begin(), part.articles.end());
    whole.quotations += part.quotations;
    whole.reported += part.reported;
    sources.erase(from);
  }
}

std::map<std::string, Quoted> add_up(const Asking& asking) {
  std::map<std::string, Quoted> sources;
  SQLite::Statement row = asking.prepare(kQuoted);
  while (row.executeStep()) {
    const std::string name = text_at(row, 0);
    const std::string outlet = text_at(row, 2);
    const std::string key = name_key(name);
    if (!is_name(name) || is_outlet(key, text_at(row, 1), name_key(outlet))) continue;
    Quoted& quoted = sources[key];
    const std::uint64_t quotations = count_at(row, 3);
    const std::uint64_t reported = count_at(row, 4);
    quoted.forms[name] += quotations + reported;
    quoted.kinds[text_at(row, 1)] += quotations + reported;
    if (!outlet.empty()) quoted.outlets.insert(outlet);
    quoted.quotations += quotations;
    quoted.reported += reported;
    quoted.articles.insert(row.getColumn(5).getInt64());
  }
  put_together(sources);
  return sources;
}

}  // namespace

Table answer_sources(const Asking& asking) {
  Table table{.id = "sources",
              .title = "Who is quoted most, and in how many outlets",
              .notes = {"Quotations: attributions with words in quotation marks; reported: those without.",
                        "A surname alone counts with the only person of that name, or with one used five times as "
                        "often as all others of it together; “Also as” shows what was put together. An outlet is left "
                        "out as a source of its own articles."},
              .columns = {{"source", "Source", ColumnKind::text},
                          {"kind", "Kind", ColumnKind::text, true},
                          {"quotations", "Quotations", ColumnKind::number},
                          {"reported", "Reported", ColumnKind::number},
                          {"articles", "Articles", ColumnKind::number},
                          {"outlets", "Outlets", ColumnKind::number},
                          {"also", "Also as", ColumnKind::text, true}},
              .rows = {}};
  for (const auto& [key, quoted] : add_up(asking)) {
    if (quoted.articles.size() < asking.question().min_articles) continue;
    table.rows.push_back(
        {.cells = {most_used(quoted.forms), titled(most_used(quoted.kinds)), quoted.quotations, quoted.reported,
                   std::uint64_t{quoted.articles.size()}, std::uint64_t{quoted.outlets.size()}, quoted.also}});
  }
  sort_rows(table, "outlets");
  sort_rows(table, "quotations");
  return table;
}

}  // namespace hearsay
