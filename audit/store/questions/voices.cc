// Entry: Voices::Voices. Rows of SQL are added up by the name as written; names of several are taken apart, for which
// the names that stand alone must be known; then names of one key, and of one person, are put together.
#include "store/questions/voices.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "store/columns.h"
#include "store/questions/names.h"
#include "store/questions/same_person.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRoles = 24;    // words kept of a name
constexpr std::size_t kMostAliases = 16;  // likewise
constexpr std::size_t kLeastRole = 3;     // letters of a word that tells something: "Rep."

constexpr std::string_view kUsed = R"(
  SELECT source.name, source.kind, coalesce(article.outlet, ''),
    count(*) FILTER (WHERE attribution.quoted),
    count(*) FILTER (WHERE NOT attribution.quoted), article.article,
    coalesce(source.description, ''), coalesce(source.affiliation, ''), coalesce(source.aliases, '')
  FROM article
  JOIN attribution ON attribution.article = article.article AND attribution.statement
  JOIN source ON source.article = attribution.article AND source.source = attribution.source
  WHERE {scope} AND NOT source.anonymous AND {particular} AND {outer}
  GROUP BY article.article, source.source
  ORDER BY article.article, source.source)";

using Counts = std::map<std::string, std::uint64_t>;

/// All that is used under one name, letter for letter, or under one key.
struct Uttered {
  Counts kinds;
  Counts shown, forms;  // of a key alone: the names it stands for, and the whole names of sources
  std::set<std::string> outlets, roles, aliases, acronyms;
  std::vector<std::int64_t> articles;
  std::uint64_t quotations = 0, reported = 0;
};

std::string most_used(const Counts& words) {
  std::string best;
  std::uint64_t most = 0;
  for (const auto& [word, count] : words) {
    if (count <= most) continue;
    best = word;
    most = count;
  }
  return best;
}

bool is_person(const Counts& kinds) {
  return most_used(kinds) == "named-person";
}

/// An outlet that tells what it saw itself is nobody's source but its own. Collections call it by a longer name: "CNN
/// (Web News)".
bool is_outlet(const std::string& key, const std::string& kind, const std::string& outlet) {
  return key == outlet || (kind == "media" && outlet.starts_with(key + ' '));
}

void add_roles(std::set<std::string>& roles, const std::string& words) {
  for (std::string_view rest = words; !rest.empty() && roles.size() < kMostRoles;) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string word = lower(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
    if (word.size() >= kLeastRole && word != "the") roles.insert(std::move(word));
  }
}

/// "CBP", "F.B.I.": one word of capitals.
bool is_acronym(std::string_view name) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    if (!is_upper(point.value) && point.value != U'.') return false;
    capitals += is_upper(point.value) ? 1U : 0U;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return capitals >= 2;
}

void add_articles(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& more) {
  std::vector<std::int64_t> all;
  all.reserve(to.size() + more.size());
  std::set_union(to.begin(), to.end(), more.begin(), more.end(), std::back_inserter(all));
  to = std::move(all);
}

/// Who uses it and how often, not what it is called.
void add_use(Uttered& to, const Uttered& more) {
  for (const auto& [kind, count] : more.kinds) to.kinds[kind] += count;
  to.outlets.insert(more.outlets.begin(), more.outlets.end());
  add_articles(to.articles, more.articles);
  to.quotations += more.quotations;
  to.reported += more.reported;
}

std::map<std::string, Uttered> read_all(const Asking& asking) {
  std::map<std::string, Uttered> all;
  SQLite::Statement row = asking.prepare(kUsed);
  while (row.executeStep()) {
    const std::string name = text_at(row, 0);
    const std::string kind = text_at(row, 1);
    const std::string outlet = text_at(row, 2);
    if (!is_name(name, kind) || is_outlet(name_key(name), kind, name_key(outlet))) continue;
    Uttered& written = all[name];
    const std::uint64_t quotations = count_at(row, 3);
    const std::uint64_t reported = count_at(row, 4);
    written.kinds[kind] += quotations + reported;
    written.quotations += quotations;
    written.reported += reported;
    if (!outlet.empty()) written.outlets.insert(outlet);
    const std::int64_t article = row.getColumn(5).getInt64();
    if (written.articles.empty() || written.articles.back() != article) written.articles.push_back(article);
    add_roles(written.roles, text_at(row, 6));
    add_roles(written.roles, text_at(row, 7));
    for (const std::string& alias : words_of(text_at(row, 8))) {
      if (written.aliases.size() == kMostAliases || !is_name(alias) || parts_of(alias).size() != 1) continue;
      written.aliases.insert(name_key(alias));
      if (is_acronym(alias)) written.acronyms.insert(name_key(alias));
    }
    if (is_acronym(name)) written.acronyms.insert(name_key(name));
  }
  return all;
}

std::string first_word(const std::string& key) {
  return key.substr(0, key.find(' '));
}

class Gathering {
 public:
  explicit Gathering(std::map<std::string, Uttered> written) : written_(std::move(written)) {}

  std::map<std::string, Uttered> run() {
    for (const auto& [name, written] : written_) {
      if (parts_of(name).size() == 1) add_whole(name, written);
    }
    for (const auto& [key, keyed] : keyed_) {
      if (!is_person(keyed.kinds)) continue;
      if (const std::size_t space = key.rfind(' '); space != std::string::npos) {
        firsts_.insert(first_word(key));
        surnames_.insert(key.substr(space + 1));
      }
    }
    for (const auto& [name, written] : written_) {
      if (parts_of(name).size() > 1) add_several(name, written);
    }
    put_together();
    return std::move(keyed_);
  }

  [[nodiscard]] const std::map<std::string, std::string>& fuller() const { return fuller_; }

 private:
  void add_whole(const std::string& name, const Uttered& written) {
    add(is_person(written.kinds) ? bare_person(name) : std::string_view(name), name, written);
  }

  void add(std::string_view shown, const std::string& name, const Uttered& written) {
    const std::uint64_t count = written.quotations + written.reported;
    Uttered& keyed = keyed_[name_key(shown)];
    keyed.shown[std::string(shown)] += count;
    keyed.forms[name] += count;
    add_use(keyed, written);
    keyed.roles.insert(written.roles.begin(), written.roles.end());
    keyed.aliases.insert(written.aliases.begin(), written.aliases.end());
    keyed.acronyms.insert(written.acronyms.begin(), written.acronyms.end());
  }

  /// "Ana Ruiz and Emil Tarn" is said by both. What stands behind the first name must be known to be one: by standing
  /// alone elsewhere, by its surname, or by a first name that others have.
  void add_several(const std::string& name, Uttered written) {
    const std::vector<std::string_view> parts = parts_of(name);
    const bool persons = is_person(written.kinds);
    std::vector<std::string_view> known;
    for (const std::string_view part : parts) {
      const std::string_view bare = persons ? bare_person(part) : part;
      const std::string key = name_key(bare);
      const bool several_words = key.find(' ') != std::string::npos;
      const bool first = persons && known.empty() && several_words;
      if (is_name(bare) && (first || keyed_.contains(key) || (persons && is_known(key)))) known.push_back(bare);
    }
    if (known.empty() || (!persons && known.size() < parts.size())) {
      add_whole(name, written);
      return;
    }
    // What they are called is not told of each.
    written.roles.clear();
    written.aliases.clear();
    written.acronyms.clear();
    for (const std::string_view part : known) add(part, name, written);
  }

  [[nodiscard]] bool is_known(const std::string& key) const {
    return key.find(' ') == std::string::npos ? surnames_.contains(key) : firsts_.contains(first_word(key));
  }

  void put_together() {
    std::map<std::string, NameUse> uses;
    for (const auto& [key, keyed] : keyed_) {
      uses[key] = {.count = keyed.quotations + keyed.reported,
                   .person = is_person(keyed.kinds),
                   .articles = keyed.articles,
                   .roles = keyed.roles,
                   .aliases = keyed.aliases,
                   .acronyms = keyed.acronyms};
    }
    fuller_ = fuller_names(uses);
    for (const auto& [from, to] : fuller_) {
      const Uttered part = std::move(keyed_[from]);
      keyed_.erase(from);
      Uttered& whole = keyed_[to];
      for (const auto& [word, count] : part.shown) whole.shown[word] += count;
      for (const auto& [word, count] : part.forms) whole.forms[word] += count;
      add_use(whole, part);
    }
  }

  std::map<std::string, Uttered> written_;
  std::map<std::string, Uttered> keyed_;
  std::set<std::string> firsts_, surnames_;  // of persons who stand alone somewhere
  std::map<std::string, std::string> fuller_;
};

/// Names but `name`, each once by its key, the most used first.
std::vector<std::string> other_names(const Counts& shown, const std::string& name) {
  std::map<std::string, Counts> by_key;
  for (const auto& [word, count] : shown) by_key[name_key(word)][word] += count;
  std::vector<std::pair<std::uint64_t, std::string>> sorted;
  for (const auto& [key, words] : by_key) {
    if (key != name_key(name)) {
      std::uint64_t count = 0;
      for (const auto& [word, times] : words) count += times;
      sorted.emplace_back(count, most_used(words));
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  names.reserve(sorted.size());
  for (auto& [count, word] : sorted) names.push_back(std::move(word));
  return names;
}

}  // namespace

Voices::Voices(const Asking& asking) {
  Gathering gathering(read_all(asking));
  for (auto& [key, keyed] : gathering.run()) {
    HeardVoice voice{.key = key,
                     .name = {},
                     .kind = most_used(keyed.kinds),
                     .also = {},
                     .forms = std::move(keyed.forms),
                     .articles = std::move(keyed.articles),
                     .outlets = std::move(keyed.outlets),
                     .quotations = keyed.quotations,
                     .reported = keyed.reported};
    // Of the fullest name how it is written most often: a surname alone is no name to look for.
    Counts full;
    for (const auto& [word, count] : keyed.shown) {
      if (name_key(word) == key) full[word] = count;
    }
    voice.name = most_used(full.empty() ? keyed.shown : full);
    voice.also = other_names(keyed.shown, voice.name);
    by_key_[key] = all_.size();
    all_.push_back(std::move(voice));
  }
  for (const auto& [from, to] : gathering.fuller()) by_key_[from] = by_key_.at(to);
}

const HeardVoice* Voices::find(std::string_view name) const {
  const auto at = by_key_.find(name_key(name));
  return at == by_key_.end() ? nullptr : &all_[at->second];
}

}  // namespace hearsay
