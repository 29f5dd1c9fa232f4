// Entry: answer_dossier. The rows of one voice in every article, in order of time, under the names that each article
// gives it; of one who has no name of his own ("the ministry") those of that name.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/columns.h"
#include "store/questions/asking.h"
#include "store/questions/names.h"
#include "store/questions/voices.h"

namespace hearsay {
namespace {

// Who could be meant, before the keys of names are compared.
constexpr std::string_view kNames = R"(
  SELECT source.name, source.article, source.source, coalesce(source.aliases, '')
  FROM article JOIN source ON source.article = article.article
  WHERE {scope} AND source.kind NOT IN ('author', 'unstated')
  ORDER BY article.published IS NULL, article.published, article.id, source.source)";
constexpr std::string_view kOfName = R"(
  SELECT coalesce(article.published, ''), article.id, source.article, source.source
  FROM source JOIN article USING (article)
  WHERE source.name = :name AND NOT source.anonymous AND {scope})";
constexpr std::string_view kSource = R"(
  SELECT name, kind, coalesce(description, ''), coalesce(affiliation, ''), coalesce(aliases, '')
  FROM source WHERE article = ?1 AND source = ?2)";
constexpr std::string_view kQuotations = R"(
  SELECT coalesce(article.published, ''), coalesce(article.outlet, ''), article.title, article.id, coalesce(article.url, ''),
    attribution.type, attribution.medium, attribution.stance, coalesce(attribution.chain, ''),
    coalesce(attribution.links, ''), coalesce(passage.text, ''), attribution.attribution
  FROM attribution JOIN article USING (article)
  LEFT JOIN passage ON passage.passage = attribution.passage
  WHERE attribution.article = ?1 AND attribution.source = ?2 AND {outer}
  ORDER BY attribution.attribution)";

constexpr std::string_view kKnown = R"(
  SELECT DISTINCT source.name FROM article JOIN source ON source.article = article.article
  WHERE {scope} AND source.kind NOT IN ('author', 'unstated') ORDER BY source.name)";

struct SourcePlace {
  std::int64_t article = 0, source = 0;
};

[[noreturn]] void nobody_so_called(const Asking& asking) {
  std::vector<std::string> known;
  SQLite::Statement row = asking.prepare(kKnown);
  while (row.executeStep()) {
    if (std::string name = text_at(row, 0); is_name(name)) known.push_back(std::move(name));
  }
  throw Fatal(
      {.message = "no source is called '" + asking.question().operand + "'",
       .remedy = did_you_mean(asking.question().operand, known, "hearsay report sources lists who is quoted most")});
}

std::vector<SourcePlace> places_of(const Asking& asking, const HeardVoice& voice) {
  struct Dated {
    std::string published, id;
    SourcePlace place;
  };
  std::vector<Dated> found;
  SQLite::Statement row = asking.prepare(kOfName);
  for (const auto& [name, count] : voice.forms) {
    row.reset();
    row.bind(":name", name);
    while (row.executeStep()) {
      // Of a kind that has no name of its own, or the outlet itself, it was not counted.
      const SourcePlace place{row.getColumn(2).getInt64(), row.getColumn(3).getInt64()};
      if (std::binary_search(voice.articles.begin(), voice.articles.end(), place.article))
        found.push_back({text_at(row, 0), text_at(row, 1), place});
    }
  }
  std::sort(found.begin(), found.end(), [](const Dated& a, const Dated& b) {
    return std::tuple(a.published.empty(), a.published, a.id, a.place.source) <
           std::tuple(b.published.empty(), b.published, b.id, b.place.source);
  });
  std::vector<SourcePlace> places;
  places.reserve(found.size());
  for (const Dated& one : found) places.push_back(one.place);
  return places;
}

std::vector<SourcePlace> places_of(const Asking& asking) {
  if (const HeardVoice* voice = asking.voices().find(asking.question().operand)) return places_of(asking, *voice);
  const std::string wanted = name_key(asking.question().operand);
  std::vector<SourcePlace> places;
  SQLite::Statement row = asking.prepare(kNames);
  while (row.executeStep()) {
    const std::string name = text_at(row, 0);
    bool is_wanted = name_key(name) == wanted;
    // An alias of two words or more ("Mayor Ruiz") is as good as a name; a surname alone may be anybody's.
    if (!is_wanted && wanted.find(' ') != std::string::npos) {
      for (const std::string& alias : words_of(text_at(row, 3))) is_wanted = is_wanted || name_key(alias) == wanted;
    }
    if (is_wanted) places.push_back({row.getColumn(1).getInt64(), row.getColumn(2).getInt64()});
  }
  if (places.empty()) nobody_so_called(asking);
  return places;
}

/// Relays and origin as the article gives them, where there is more than the source itself.
std::string chain_words(std::string_view column) {
  std::string words;
  const std::vector<ReportHop> chain = chain_of(column);
  if (chain.size() < 2) return "";
  for (const ReportHop& hop : chain) {
    words += (words.empty() ? "" : " ← ") + hop.name;
    if (!hop.medium.empty()) words += " (" + hop.medium + ")";
  }
  return words;
}

struct Portrait {
  std::map<std::string, std::uint64_t> names, roles, organisations, kinds, outlets;
  std::set<std::int64_t> articles;
};

std::string listed(const std::map<std::string, std::uint64_t>& words, bool (*counts)(std::uint64_t)) {
  std::vector<std::pair<std::uint64_t, std::string>> sorted;
  sorted.reserve(words.size());
  for (const auto& [word, count] : words) sorted.emplace_back(count, word);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string out;
  for (const auto& [count, word] : sorted) {
    out += (out.empty() ? "" : "; ") + word;
    if (counts(count)) out += fmt::format(" ({})", count);
  }
  return out;
}

void add_notes(Table& table, const Portrait& portrait) {
  const auto always = [](std::uint64_t) { return true; };
  const auto several = [](std::uint64_t count) { return count > 1; };
  const auto add = [&](const char* lead, const std::string& words) {
    if (!words.empty()) table.notes.push_back(lead + words + ".");
  };
  add("Also called: ", listed(portrait.names, several));
  add("Described as: ", listed(portrait.roles, several));
  add("Of: ", listed(portrait.organisations, several));
  add("Read as: ", listed(portrait.kinds, several));
  add("Articles by outlet: ", listed(portrait.outlets, always));
}

}  // namespace

Table answer_dossier(const Asking& asking) {
  Table table{.id = "dossier",
              .title = "",
              .notes = {},
              .columns = {{"published", "Published", ColumnKind::date, false, true},
                          {"outlet", "Outlet", ColumnKind::text, false, true},
                          {"article", "Article", ColumnKind::article},
                          {"words", "Words", ColumnKind::passage},
                          {"as", "Called", ColumnKind::text},
                          {"type", "Type", ColumnKind::text, false, true},
                          {"medium", "Medium", ColumnKind::text, false, true},
                          {"chain", "Through", ColumnKind::text},
                          {"stance", "Stance", ColumnKind::text},
                          {"links", "Links", ColumnKind::text}},
              .rows = {}};
  Portrait portrait;
  std::map<std::string, std::uint64_t> called;
  SQLite::Statement source = asking.prepare_plain(kSource);
  SQLite::Statement said = asking.prepare_plain(kQuotations);
  for (const SourcePlace& place : places_of(asking)) {
    source.reset();
    source.bind(1, place.article);
    source.bind(2, place.source);
    if (!source.executeStep()) continue;
    const std::string name = text_at(source, 0);
    ++called[name];
    for (const std::string& alias : words_of(text_at(source, 4))) {
      if (is_name(alias)) ++portrait.names[alias];
    }
    ++portrait.kinds[text_at(source, 1)];
    if (const std::string role = text_at(source, 2); !role.empty()) ++portrait.roles[role];
    if (const std::string organisation = text_at(source, 3); !organisation.empty())
      ++portrait.organisations[organisation];
    said.reset();
    said.bind(1, place.article);
    said.bind(2, place.source);
    while (said.executeStep()) {
      const std::string outlet = text_at(said, 1);
      if (portrait.articles.insert(place.article).second) ++portrait.outlets[outlet.empty() ? "(no outlet)" : outlet];
      const std::string stance = text_at(said, 7);
      LinkCell article = article_at(said, 2);
      article.place = fmt::format("a{}", count_at(said, 11));
      table.rows.push_back({.cells = {text_at(said, 0), outlet_cell(outlet), std::move(article), text_at(said, 10),
                                      name, text_at(said, 5), text_at(said, 6), chain_words(text_at(said, 8)),
                                      stance == "neutral" ? "" : stance,
                                      fmt::format("{}", fmt::join(words_of(text_at(said, 9)), " "))}});
    }
  }
  std::string name;
  for (const auto& [form, count] : called) name = name.empty() || count > called[name] ? form : name;
  if (const HeardVoice* voice = asking.voices().find(asking.question().operand)) name = voice->name;
  portrait.names.erase(name);
  for (const auto& [form, count] : called) {
    if (form != name) portrait.names[form] += count;
  }
  // A column that says one and the same in every row says nothing.
  const std::size_t as = column_at(table, "as");
  for (Row& row : table.rows) {
    if (called.size() == 1 || cell_words(row.cells[as]) == name) row.cells[as] = std::string();
  }
  table.title = "Dossier: " + name;
  table.lead = fmt::format("Attributions: {}, in articles: {}.", table.rows.size(), portrait.articles.size());
  add_notes(table, portrait);
  return table;
}

}  // namespace hearsay
