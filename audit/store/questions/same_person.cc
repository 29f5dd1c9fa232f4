// Entry: fuller_names. One step after the other, each on what those before it put together: spellings first, so that a
// surname finds one bearer and not his two spellings; surnames last, for they may be anybody's.
#include "store/questions/same_person.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "store/questions/person_name.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kDominates = 5;
constexpr std::size_t kMostKin = 2000;     // names of one surname that are held against one another
constexpr std::size_t kLeastMisspelt = 5;  // letters of a first name of which one may be another
constexpr std::size_t kLongestJoint = 4;   // letters of "of", "with": what stands before these is no role of a name

bool dominates(std::uint64_t one, std::uint64_t other) {
  return one >= kDominates * other;
}

/// "u.s. customs and border protection" as "us customs and …"; "st." stays.
std::string without_dots(std::string_view key) {
  std::string out;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const bool single = key[i] == '.' && i != 0 && (i == 1 || key[i - 2] == '.' || key[i - 2] == ' ');
    if (!single) out += key[i];
  }
  return out;
}

/// "lindsay" and "lindsey".
bool one_letter_off(std::string_view one, std::string_view other) {
  if (one.size() != other.size() || one.size() < kLeastMisspelt || one.front() != other.front()) return false;
  std::size_t off = 0;
  for (std::size_t i = 0; i < one.size(); ++i) off += one[i] == other[i] ? 0U : 1U;
  return off == 1;
}

std::string_view last_word(std::string_view key) {
  return key.substr(key.rfind(' ') + 1);
}

/// "justice department" and "department of justice".
bool same_words(std::string_view one, std::string_view other) {
  const auto words = [](std::string_view key) {
    std::set<std::string_view> all;
    while (!key.empty()) {
      const std::size_t end = std::min(key.find(' '), key.size());
      if (end > 3) all.insert(key.substr(0, end));
      key.remove_prefix(std::min(end + 1, key.size()));
    }
    return all;
  };
  const std::set<std::string_view> mine = words(one);
  return mine.size() > 1 && mine == words(other);
}

bool has_space(std::string_view key) {
  return key.find(' ') != std::string_view::npos;
}

class Grouping {
 public:
  explicit Grouping(const std::map<std::string, NameUse>& uses) : uses_(uses), now_(uses) {}

  std::map<std::string, std::string> run() {
    join_spellings();
    join_given_names();
    join_ends();
    join_middles();
    join_firsts();
    join_suffixes();
    join_surnames();
    std::map<std::string, std::string> fuller;
    for (const auto& [from, to] : to_) fuller[from] = root(from);
    return fuller;
  }

 private:
  [[nodiscard]] std::string root(const std::string& key) const {
    std::string at = key;
    for (auto next = to_.find(at); next != to_.end(); next = to_.find(at)) at = next->second;
    return at;
  }

  void join(const std::string& from, const std::string& to) {
    const std::string a = root(from);
    const std::string b = root(to);
    if (a == b) return;
    to_[a] = b;
    NameUse& whole = now_[b];
    NameUse& part = now_[a];
    whole.count += part.count;
    whole.person = whole.person || part.person;
    std::vector<std::int64_t> articles;
    std::set_union(whole.articles.begin(), whole.articles.end(), part.articles.begin(), part.articles.end(),
                   std::back_inserter(articles));
    whole.articles = std::move(articles);
    whole.roles.merge(part.roles);
    whole.aliases.merge(part.aliases);
    whole.acronyms.merge(part.acronyms);
    now_.erase(a);
  }

  /// The one used less goes to the other.
  void join_to_most_used(const std::string& one, const std::string& other) {
    const std::string a = root(one);
    const std::string b = root(other);
    if (a == b) return;
    const bool first = now_[a].count > now_[b].count || (now_[a].count == now_[b].count && a < b);
    join(first ? b : a, first ? a : b);
  }

  /// Somewhere both are sources of one article.
  [[nodiscard]] bool apart(const std::string& one, const std::string& other) const {
    const std::vector<std::int64_t>& a = now_.at(one).articles;
    const std::vector<std::int64_t>& b = now_.at(other).articles;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
      if (*x == *y) return true;
      *x < *y ? ++x : ++y;
    }
    return false;
  }

  /// What the two are called is not known of one of them, or agrees in a word that is none of the name: a son is called
  /// by his father's.
  [[nodiscard]] bool roles_agree(const std::string& one, const std::string& other) const {
    const std::set<std::string>& a = now_.at(one).roles;
    const std::set<std::string>& b = now_.at(other).roles;
    if (a.empty() || b.empty()) return true;
    const std::string last = person_name(one).last;
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& word) { return b.contains(word) && !word.starts_with(last); });
  }

  [[nodiscard]] std::vector<std::string> persons() const {
    std::vector<std::string> keys;
    for (const auto& [key, use] : now_) {
      if (use.person && has_space(key)) keys.push_back(key);
    }
    return keys;
  }

  void join_spellings() {
    std::map<std::string, std::string> seen;  // from what the spellings share to the first of them
    for (const auto& [key, use] : uses_) {
      std::string shared = without_dots(key);
      if (use.person) {
        const KeyedName name = person_name(key);
        shared = name.first + '|';
        for (const std::string& word : name.middle) shared += word + ' ';
        shared += '|' + name.last + '|' + name.suffix;
      }
      const auto [at, first] = seen.try_emplace(shared, key);
      if (!first) join_to_most_used(key, at->second);
    }
  }

  [[nodiscard]] static bool same_family(const std::string& alias, const std::string& key) {
    const KeyedName one = person_name(alias);
    const KeyedName other = person_name(key);
    return one.last == other.last && one.suffix == other.suffix && same_middle(one, other);
  }

  [[nodiscard]] static bool same_body(const std::string& alias, const std::string& key, const NameUse& use,
                                      const NameUse& other) {
    if (use.acronyms.contains(alias)) return is_short_for(alias, key);
    if (use.acronyms.contains(key) || other.acronyms.contains(key)) return is_short_for(key, alias);
    return same_words(alias, key) || (has_space(alias) && last_word(alias) == last_word(key));
  }

  /// Whether the capitals can stand for the words: half of them begin one, as in "cbp" for "us customs and border
  /// protection". That an article seems to give some other body such a name is a misreading.
  [[nodiscard]] static bool is_short_for(std::string_view acronym, std::string_view key) {
    std::string initials;
    for (std::size_t at = 0; at < key.size(); at = std::min(key.find(' ', at), key.size() - 1) + 1) initials += key[at];
    const std::string letters = without_dots(acronym);
    std::size_t begin_words = 0;
    for (const char letter : letters) {
      const std::size_t at = initials.find(letter);
      if (at == std::string::npos) continue;
      initials.erase(at, 1);
      ++begin_words;
    }
    return 2 * begin_words >= letters.size();
  }

  /// An article says that the two are one. Where it says so of two, neither is believed.
  void join_given_names() {
    std::map<std::string, std::set<std::string>> given;  // from an alias to those who have it
    for (const auto& [key, use] : uses_) {
      for (const std::string& alias : use.aliases) {
        const auto other = uses_.find(alias);
        if (other == uses_.end() || alias == key || other->second.person != use.person) continue;
        if (use.person && (!has_space(alias) || !has_space(key))) continue;
        if (use.person ? !same_family(alias, key) : !same_body(alias, key, use, other->second)) continue;
        given[alias].insert(root(key));
      }
    }
    for (const auto& [alias, whose] : given) {
      if (whose.size() == 1) join_to_most_used(alias, *whose.begin());
    }
  }

  /// "house speaker nancy pelosi" to "nancy pelosi", "le pen" to "marine le pen".
  void join_ends() {
    std::map<std::string, std::vector<std::string>> longer;  // by the end that is a name of its own
    for (const auto& [key, use] : now_) {
      for (std::size_t space = key.find(' '); space != std::string::npos; space = key.find(' ', space + 1)) {
        const auto end = now_.find(key.substr(space + 1));
        if (end == now_.end()) continue;
        if (!end->second.person || !has_space(end->first)) break;
        const std::size_t word = space == 0 ? 0 : key.rfind(' ', space - 1) + 1;
        if (!use.person && space - word <= kLongestJoint) break;
        longer[end->first].push_back(key);
        break;
      }
    }
    for (const auto& [end, keys] : longer) {
      for (const std::string& key : keys) {
        if (!now_.contains(key) || !now_.contains(end)) continue;
        if (keys.size() == 1 || dominates(now_[end].count, now_[key].count)) join_to_most_used(key, end);
      }
    }
  }

  void join_middles() {
    struct Variants {
      std::string bare;
      std::vector<std::string> others;
    };
    std::map<std::string, Variants> groups;  // by first, last and suffix
    for (const std::string& key : persons()) {
      const KeyedName name = person_name(key);
      Variants& group = groups[name.first + '|' + name.last + '|' + name.suffix];
      if (name.middle.empty()) {
        group.bare = key;
      } else {
        group.others.push_back(key);
      }
    }
    for (auto& [shared, group] : groups) {
      // Those of one middle name first; then, where only one of them is left, the bare name.
      for (std::size_t i = 0; i < group.others.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (same_middle(person_name(group.others[i]), person_name(group.others[j])))
            join_to_most_used(group.others[i], group.others[j]);
        }
      }
      std::set<std::string> left;
      for (const std::string& key : group.others) left.insert(root(key));
      if (left.size() == 1 && !group.bare.empty()) join(*left.begin(), group.bare);
    }
  }

  struct Kin {
    std::string key;
    KeyedName name;
    bool joined = false;  // to another of the family
  };

  /// Pairs of one surname, the most used first, so that what is between two goes to the one of more weight. Of a
  /// surname that thousands have the rare bearers are left alone.
  template <class Same>
  void join_pairs(const Same& same) {
    std::map<std::string, std::vector<Kin>> families;
    for (const std::string& key : persons()) {
      KeyedName name = person_name(key);
      std::vector<Kin>& family = families[name.last];
      family.push_back({.key = key, .name = std::move(name)});
    }
    for (auto& [last, kin] : families) {
      std::stable_sort(kin.begin(), kin.end(),
                       [&](const Kin& a, const Kin& b) { return now_.at(a.key).count > now_.at(b.key).count; });
      const std::size_t most = std::min(kin.size(), kMostKin);
      for (std::size_t i = 0; i < most; ++i) {
        for (std::size_t j = i + 1; j < most && !kin[i].joined; ++j) {
          if (kin[j].joined || !same(kin[i], kin[j])) continue;
          if (!roles_agree(kin[i].key, kin[j].key) || apart(kin[i].key, kin[j].key)) continue;
          join(kin[j].key, kin[i].key);
          kin[j].joined = true;
        }
      }
    }
  }

  void join_firsts() {
    // Of a surname that others bear as well, whom no article tells anything of may be one more of them.
    std::map<std::string, std::set<std::string>> bearers;  // first names by surname
    for (const std::string& key : persons()) {
      KeyedName name = person_name(key);
      bearers[name.last].insert(std::move(name.first));
    }
    const auto others_bear_it = [&](const KeyedName& a, const KeyedName& b) {
      const std::set<std::string>& firsts = bearers[a.last];
      return std::any_of(firsts.begin(), firsts.end(), [&](const std::string& first) {
        return !first.empty() && !same_first(first, a.first) && !same_first(first, b.first);
      });
    };
    join_pairs([&](const Kin& more, const Kin& less) {
      const KeyedName& a = more.name;
      const KeyedName& b = less.name;
      if (a.suffix != b.suffix || a.first == b.first || !same_middle(a, b)) return false;
      const bool told = !now_[more.key].roles.empty() && !now_[less.key].roles.empty();
      if (same_given(a, b)) return told || !others_bear_it(a, b);
      if (!one_letter_off(a.first, b.first)) return false;
      return dominates(now_[more.key].count, now_[less.key].count) && !now_[less.key].roles.empty();
    });
  }

  void join_suffixes() {
    join_pairs([&](const Kin& more, const Kin& less) {
      const KeyedName& a = more.name;
      const KeyedName& b = less.name;
      if (a.suffix.empty() == b.suffix.empty() || !same_middle(a, b) || !same_given(a, b)) return false;
      const bool left_out = b.suffix.empty() && dominates(now_[more.key].count, now_[less.key].count);
      if (!left_out && (a.suffix.empty() ? b : a).middle.empty()) return false;
      return !now_[more.key].roles.empty() && !now_[less.key].roles.empty();
    });
  }

  void join_surnames() {
    struct Bearers {
      std::string main;  // used most
      std::uint64_t most = 0, all = 0;
    };
    std::map<std::string, Bearers, std::less<>> bearers;       // by surname
    std::map<std::string, std::uint64_t, std::less<>> firsts;  // how often a first name is used
    for (const std::string& key : persons()) {
      const KeyedName name = person_name(key);
      firsts[name.first] += now_[key].count;
      if (!name.suffix.empty()) continue;
      Bearers& of = bearers[name.last];
      const std::uint64_t count = now_[key].count;
      of.all += count;
      if (count > of.most) {
        of.most = count;
        of.main = key;
      }
    }
    std::vector<std::pair<std::string, std::string>> found;
    for (const auto& [key, use] : now_) {
      if (!use.person || has_space(key)) continue;
      const auto of = bearers.find(key);
      const auto first = firsts.find(key);
      if (of != bearers.end() && first != firsts.end() && first->second > of->second.most) continue;
      if (of != bearers.end() && dominates(of->second.most, of->second.all - of->second.most))
        found.emplace_back(key, of->second.main);
    }
    for (const auto& [key, main] : found) join(key, main);
  }

  const std::map<std::string, NameUse>& uses_;
  std::map<std::string, NameUse> now_;     // by root: with all that was put to it
  std::map<std::string, std::string> to_;  // from what was put to another
};

}  // namespace

std::map<std::string, std::string> fuller_names(const std::map<std::string, NameUse>& uses) {
  return Grouping(uses).run();
}

}  // namespace hearsay
