// Entry: find_quotations. Within quotation marks every word counts. What one speaker says in one go is one quotation,
// and one change, however many words of it are others.
#include <algorithm>
#include <map>

#include "compare/exchange.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

class Quotations {
 public:
  explicit Quotations(VersionPair& comparison) : c_(comparison) {
    owners(c_.older, older_owner_);
    owners(c_.newer, newer_owner_);
  }

  void run() {
    for (std::uint32_t n = 0; n < c_.newer.text.units.size(); ++n) {
      const std::uint32_t o = c_.newer.other_unit[n];
      if (o == kNoWord) continue;
      for (const Exchange& one : exchanges_of(c_, o, n)) {
        if (is_quoted(one, o)) add(one);
      }
    }
    whole_sentences();
    for (const std::uint64_t key : order_) tell(groups_[key]);
  }

 private:
  struct Group {
    std::vector<std::uint32_t> was, is;
    std::vector<Exchange> exchanges;
  };

  /// By word, the attribution that quotes it.
  static void owners(const Version& version, std::vector<std::uint32_t>& owner) {
    owner.assign(version.text.words.size(), kNobody);
    for (std::uint32_t s = 0; s < version.said.size(); ++s) {
      for (const std::uint32_t word : version.said[s].content) {
        if (version.text.words[word].quoted && (owner[word] == kNobody || !version.said[s].inner)) owner[word] = s;
      }
    }
  }

  static bool all_quoted(const Version& version, const std::vector<std::uint32_t>& words) {
    return std::all_of(words.begin(), words.end(), [&](std::uint32_t w) { return version.text.words[w].quoted; });
  }

  /// Whether words that both sentences have stay within quotation marks.
  [[nodiscard]] bool quotes_both(std::uint32_t older) const {
    std::size_t both = 0;
    for (const std::uint32_t w : all_of(c_.older.text.units[older].words)) {
      if (c_.older.is_here(w) && c_.older.text.words[w].quoted && c_.newer.text.words[c_.older.other[w]].quoted) ++both;
    }
    return both != 0;
  }

  [[nodiscard]] bool is_quoted(const Exchange& one, std::uint32_t older) const {
    if (!quotes_both(older) || !is_one_quotation(older)) return false;
    return all_quoted(c_.older, one.was) && all_quoted(c_.newer, one.is);
  }

  /// Of what the two sentences quote so much is common, or who says it stands there still, that it is one quotation in
  /// other words and not another.
  [[nodiscard]] bool is_one_quotation(std::uint32_t older) const {
    const std::uint32_t newer = c_.older.other_unit[older];
    const auto was = only_quoted(c_.older, all_of(c_.older.text.units[older].words));
    const auto is = only_quoted(c_.newer, all_of(c_.newer.text.units[newer].words));
    const std::size_t longer = std::max(was.size(), is.size());
    const std::size_t shorter = std::min(was.size(), is.size());
    const std::size_t common = c_.older.kept(was);
    if (5 * common >= 2 * longer || 4 * common >= 3 * shorter) return true;
    const std::uint32_t owner = was.empty() ? kNobody : older_owner_[was.front()];
    if (owner == kNobody || c_.older.said[owner].partner == kNobody) return false;
    const Said& said = c_.older.said[owner];
    const auto there = [&](const std::vector<std::uint32_t>& words) {
      return !words.empty() && c_.older.kept(words) == words.size() && c_.older.text.words[words.front()].unit == older;
    };
    return there(said.cue) && there(said.source);
  }

  static std::vector<std::uint32_t> only_quoted(const Version& version, const std::vector<std::uint32_t>& words) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t w : words) {
      if (version.text.words[w].quoted) out.push_back(w);
    }
    return out;
  }

  /// What one speaker says in one go is one quotation.
  [[nodiscard]] std::uint64_t key_of(const Exchange& one) const {
    const auto owner = [](const std::vector<std::uint32_t>& owners, const std::vector<std::uint32_t>& words) {
      return words.empty() ? kNobody : owners[words.front()];
    };
    std::uint32_t newer = owner(newer_owner_, one.is);
    const std::uint32_t older = owner(older_owner_, one.was);
    if (older != kNobody && c_.older.said[older].partner != kNobody) newer = c_.older.said[older].partner;
    if (newer != kNobody) return newer;
    if (older != kNobody) return (std::uint64_t{1} << 32U) + older;
    const std::uint32_t unit = !one.is.empty() ? c_.newer.text.words[one.is.front()].unit
                                               : c_.older.other_unit[c_.older.text.words[one.was.front()].unit];
    return (std::uint64_t{2} << 32U) + unit;
  }

  void add(const Exchange& one) {
    const std::uint64_t key = key_of(one);
    const auto [at, fresh] = groups_.try_emplace(key);
    if (fresh) order_.push_back(key);
    at->second.exchanges.push_back(one);
    at->second.was.insert(at->second.was.end(), one.was.begin(), one.was.end());
    at->second.is.insert(at->second.is.end(), one.is.begin(), one.is.end());
  }

  /// Whole sentences of a quotation that stays otherwise.
  void whole_sentences() {
    const auto find = [&](const Version& version, const std::vector<std::uint32_t>& owner, bool newer) {
      std::vector<bool> told(version.text.words.size(), false);
      const std::vector<bool>& apart = newer ? c_.newer_said_new : c_.older_said_gone;
      for (std::uint32_t s = 0; s < version.said.size(); ++s) {
        if (!apart[s]) continue;
        for (const std::uint32_t word : version.said[s].content) told[word] = true;
      }
      for (std::uint32_t u = 0; u < version.text.units.size(); ++u) {
        if (version.other_unit[u] != kNoWord) continue;
        const std::vector<std::uint32_t> words = only_quoted(version, all_of(version.text.units[u].words));
        if (words.empty() || version.kept(words) != 0) continue;
        const std::uint32_t said = owner[words.front()];
        if (told[words.front()]) continue;  // a claim of its own that came or went
        if (said == kNobody || version.said[said].partner == kNobody || version.said[said].kept == 0) continue;
        add(newer ? Exchange{.was = {}, .is = words} : Exchange{.was = words, .is = {}});
      }
    };
    find(c_.older, older_owner_, false);
    find(c_.newer, newer_owner_, true);
  }

  void tell(Group& group) {
    std::sort(group.was.begin(), group.was.end());
    std::sort(group.is.begin(), group.is.end());
    const std::uint32_t said = !group.is.empty()    ? newer_owner_[group.is.front()]
                               : !group.was.empty() ? older_owner_[group.was.front()]
                                                    : kNobody;
    const Version& version = group.is.empty() ? c_.older : c_.newer;
    const std::string_view name = said == kNobody ? "" : version.name(version.said[said].speaker);
    Change& change = add_change(c_, ChangeKind::quotation_changed, around(group), name);
    for (const Exchange& one : group.exchanges)
      change.differences.push_back({.is = run_text(c_.newer, one.is), .was = run_text(c_.older, one.was)});
    add_traits(group, change);
  }

  /// The sentences of the quotation that were touched, as far as they are quoted.
  [[nodiscard]] Places around(const Group& group) const {
    Places places;
    const auto whole = [](const Version& version, const std::vector<std::uint32_t>& words) {
      std::vector<std::uint32_t> all;
      for (const std::uint32_t unit : units_of(version, words)) {
        for (const std::uint32_t w : only_quoted(version, all_of(version.text.units[unit].words))) all.push_back(w);
      }
      return all;
    };
    // The other half of a sentence that only one version touched belongs to it.
    const auto with_others = [](const Version& version, const std::vector<std::uint32_t>& words,
                                std::vector<std::uint32_t> own, const Version& other) {
      for (const std::uint32_t unit : units_of(version, words)) {
        if (version.other_unit[unit] == kNoWord) continue;
        own.push_back(other.text.units[version.other_unit[unit]].words.first);
      }
      return own;
    };
    places.older = whole(c_.older, with_others(c_.newer, group.is, group.was, c_.older));
    places.newer = whole(c_.newer, with_others(c_.older, group.was, group.is, c_.newer));
    return places;
  }

  void add_traits(const Group& group, Change& change) const {
    bool number = false, negation = false, name = false;
    const auto look = [&](const Version& version, const std::vector<std::uint32_t>& words) {
      for (const std::uint32_t w : words) {
        const VersionWord& one = version.text.words[w];
        number = number || one.number || c_.is(one, Role::number_word);
        negation = negation || c_.is(one, Role::kind_negation) || c_.is(one, Role::negation_not) ||
                   c_.is(one, Role::fused_negation) || c_.is(one, Role::determiner_no);
        const bool opens = w == version.text.units[one.unit].words.first;
        name = name || (one.capital && !opens && one.row == 0);
      }
    };
    look(c_.older, group.was);
    look(c_.newer, group.is);
    if (number) change.traits.push_back("number");
    if (negation) change.traits.push_back("negation");
    if (name) change.traits.push_back("name");
  }

  VersionPair& c_;
  std::vector<std::uint32_t> older_owner_, newer_owner_;
  std::map<std::uint64_t, Group> groups_;
  std::vector<std::uint64_t> order_;
};

}  // namespace

void find_quotations(VersionPair& comparison) {
  Quotations(comparison).run();
}

}  // namespace hearsay
