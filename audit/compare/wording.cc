// Entries: find_hedges, find_headline. Outside of quotation marks those words count that say how sure something is, and
// in a headline all.
#include <algorithm>
#include <iterator>

#include "compare/exchange.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

constexpr double kSentenceStays = 0.5;  // of its words, for a hedge in it to have been taken out or put in

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
      change.differences.push_back(
          {.is = run_text(comparison.newer, one.is), .was = run_text(comparison.older, one.was)});
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
