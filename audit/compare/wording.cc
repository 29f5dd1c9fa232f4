// Entries: find_quotations, find_hedges, find_headline. Words in place of words: within quotation marks every one
// counts, outside of them those that say how sure something is.
#include <algorithm>
#include <iterator>
#include <map>

#include "compare/versions.h"

namespace hearsay {
namespace {

constexpr double kSentenceStays = 0.5;  // of its words, for a hedge in it to have been taken out or put in

/// Words in place of words: a run of either version between words that both have.
struct Exchange {
  std::vector<std::uint32_t> was, is;
};

/// The exchanges within two sentences that are one, in the newer one's order; then what only the older has at its end.
std::vector<Exchange> exchanges_of(const VersionPair& c, std::uint32_t older, std::uint32_t newer) {
  const WordRange a = c.older.text.units[older].words;
  const WordRange b = c.newer.text.units[newer].words;
  std::vector<Exchange> all;
  const auto run_of = [](const Version& version, std::uint32_t at, std::uint32_t end) {
    std::vector<std::uint32_t> run;
    for (; at < end && !version.is_here(at); ++at) run.push_back(at);
    return run;
  };
  std::vector<bool> taken(a.size(), false);
  for (std::uint32_t w = b.first; w <= b.end; ++w) {
    // In front of the first word, and behind every word that both have.
    const bool front = w == b.first && (b.size() == 0 || !c.newer.is_here(w));
    const bool anchor = w < b.end && c.newer.is_here(w);
    if (!front && !anchor) continue;
    Exchange one;
    one.is = run_of(c.newer, anchor ? w + 1 : w, b.end);
    const std::uint32_t from = anchor ? c.newer.other[w] + 1 : a.first;
    if (from >= a.first && from < a.end && !taken[from - a.first]) one.was = run_of(c.older, from, a.end);
    for (const std::uint32_t word : one.was) taken[word - a.first] = true;
    if (!one.is.empty() || !one.was.empty()) all.push_back(std::move(one));
  }
  for (std::uint32_t w = a.first; w < a.end; ++w) {
    if (taken[w - a.first] || c.older.is_here(w)) continue;
    Exchange one{.was = run_of(c.older, w, a.end), .is = {}};
    for (const std::uint32_t word : one.was) taken[word - a.first] = true;
    all.push_back(std::move(one));
  }
  return all;
}

// ---- Quotations

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
      change.differences.push_back({.is = text(c_.newer, one.is), .was = text(c_.older, one.was)});
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

  static std::string text(const Version& version, const std::vector<std::uint32_t>& words) {
    if (words.empty()) return {};
    return std::string(version.index->slice(
        {version.text.words[words.front()].span.first, version.text.words[words.back()].span.second}));
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

// ---- Hedges

constexpr int kHedge = 2, kInexact = 1;

/// How much a word hedges; below 0: it does the reverse. `next`: the word behind it, or nullptr.
int hedging(const VersionPair& c, const VersionWord& word, const VersionWord* next, bool opens) {
  const bool number = next != nullptr && (next->number || c.is(*next, Role::number_word));
  if (word.capital && (!opens || number)) return 0;  // the month, a name
  if (c.is(word, Role::hedge_quantity) && number) return kInexact;
  if (c.is(word, Role::hedge_possibility) || c.is(word, Role::hedge_hearsay)) return kHedge;
  return c.is(word, Role::booster) ? -kHedge : 0;
}

struct Hedges {
  int weight = 0;
  std::vector<std::uint32_t> words;
};

/// The hedges of a sentence that the other version has not. Words of a quotation or of a cue are told elsewhere.
Hedges hedges_of(const VersionPair& c, const Version& version, std::uint32_t unit, const std::vector<bool>& is_cue) {
  Hedges out;
  const WordRange range = version.text.units[unit].words;
  for (std::uint32_t w = range.first; w < range.end; ++w) {
    const VersionWord& word = version.text.words[w];
    if (version.is_here(w) || word.quoted || is_cue[w]) continue;
    const VersionWord* next = w + 1 < range.end ? &version.text.words[w + 1] : nullptr;
    const int weight = hedging(c, word, next, w == range.first);
    if (weight == 0) continue;
    out.weight += weight;
    out.words.push_back(w);
  }
  return out;
}

std::vector<bool> cue_words_of(const Version& version) {
  std::vector<bool> is_cue(version.text.words.size(), false);
  for (const Said& said : version.said) {
    if (said.speaker == kNobody) continue;
    for (const std::uint32_t word : said.cue) is_cue[word] = true;
  }
  return is_cue;
}

bool mostly_kept(const Version& version, std::uint32_t unit) {
  const WordRange range = version.text.units[unit].words;
  return static_cast<double>(version.kept(all_of(range))) >= kSentenceStays * range.size();
}

/// By sentence, the attribution whose content stands in it first; kNobody: none.
std::vector<std::uint32_t> speakers_by_unit(const Version& version) {
  std::vector<std::uint32_t> said_in(version.text.units.size(), kNobody);
  for (std::uint32_t s = 0; s < version.said.size(); ++s) {
    for (const std::uint32_t unit : units_of(version, version.said[s].content)) {
      if (said_in[unit] == kNobody) said_in[unit] = s;
    }
  }
  return said_in;
}

// ---- The headline

std::string_view headline_of(const Version& version, CodeSpan& span) {
  for (const ReportBlock& block : version.report->blocks) {
    if (block.kind != "headline") continue;
    span = block.span;
    return version.index->slice(span);
  }
  return version.report->title;
}

/// The words of a headline, for their roles.
struct HeadlineWords {
  std::vector<std::uint64_t> all;
  int hedging = 0;
  bool negation = false;
  std::vector<std::uint64_t> numbers;
};

HeadlineWords headline_words(const VersionPair& c, std::string_view headline) {
  Report line;
  line.text = headline;
  const CodeSpan all{0, TextIndex(line.text).size()};
  line.blocks.push_back({.span = all, .kind = "paragraph"});
  const VersionText text = read_version(line, *c.language);
  HeadlineWords out;
  for (std::size_t w = 0; w < text.words.size(); ++w) {
    const VersionWord& word = text.words[w];
    out.all.push_back(word.key);
    if (word.number || c.is(word, Role::number_word)) out.numbers.push_back(word.key);
    out.negation = out.negation || c.is(word, Role::kind_negation) || c.is(word, Role::negation_not) ||
                   c.is(word, Role::determiner_no);
    VersionWord plain = word;
    plain.capital = false;  // headlines have them anywhere
    out.hedging += hedging(c, plain, w + 1 < text.words.size() ? &text.words[w + 1] : nullptr, w == 0);
  }
  std::sort(out.numbers.begin(), out.numbers.end());
  return out;
}

}  // namespace

void find_quotations(VersionPair& comparison) {
  Quotations(comparison).run();
}

void find_hedges(VersionPair& comparison) {
  const std::vector<bool> older_cues = cue_words_of(comparison.older);
  const std::vector<bool> newer_cues = cue_words_of(comparison.newer);
  const std::vector<std::uint32_t> said_in = speakers_by_unit(comparison.newer);
  for (std::uint32_t n = 0; n < comparison.newer.text.units.size(); ++n) {
    const std::uint32_t o = comparison.newer.other_unit[n];
    if (o == kNoWord || comparison.newer_unit_told[n] || comparison.older_unit_told[o]) continue;
    const Hedges was = hedges_of(comparison, comparison.older, o, older_cues);
    const Hedges is = hedges_of(comparison, comparison.newer, n, newer_cues);
    if (was.weight == is.weight || !mostly_kept(comparison.older, o) || !mostly_kept(comparison.newer, n)) continue;
    Change& change = add_change(
        comparison, ChangeKind::hedge_changed,
        {all_of(comparison.older.text.units[o].words), all_of(comparison.newer.text.units[n].words)},
        said_in[n] == kNobody ? std::string_view() : comparison.newer.name(comparison.newer.said[said_in[n]].speaker));
    change.traits.push_back(is.weight < was.weight ? "stronger" : "weaker");
    for (const Exchange& one : exchanges_of(comparison, o, n)) {
      const auto text = [](const Version& version, const std::vector<std::uint32_t>& words) {
        if (words.empty()) return std::string();
        return std::string(version.index->slice(
            {version.text.words[words.front()].span.first, version.text.words[words.back()].span.second}));
      };
      change.differences.push_back({.is = text(comparison.newer, one.is), .was = text(comparison.older, one.was)});
    }
  }
}

void find_headline(VersionPair& comparison) {
  CodeSpan older{0, 0}, newer{0, 0};
  const std::string was(headline_of(comparison.older, older));
  const std::string is(headline_of(comparison.newer, newer));
  if (was.empty() || is.empty()) return;  // a text without one was not given another
  const HeadlineWords before = headline_words(comparison, was);
  const HeadlineWords after = headline_words(comparison, is);
  if (before.all == after.all || before.all.empty() || after.all.empty()) return;
  Change& change = add_change(comparison, ChangeKind::headline_changed, {});
  change.was = was;
  change.is = is;
  if (older.second != 0) change.old_span = {older};
  if (newer.second != 0) change.new_span = {newer};
  std::vector<std::uint64_t> words = before.all, others = after.all, common;
  std::sort(words.begin(), words.end());
  std::sort(others.begin(), others.end());
  std::set_intersection(words.begin(), words.end(), others.begin(), others.end(), std::back_inserter(common));
  const bool edited = 2 * common.size() >= std::max(words.size(), others.size());  // else it is another headline
  if (!edited) return;
  if (before.numbers != after.numbers) change.traits.push_back("number");
  if (before.negation != after.negation) change.traits.push_back("negation");
  if (before.hedging != after.hedging) change.traits.push_back(after.hedging < before.hedging ? "stronger" : "weaker");
}

}  // namespace hearsay
