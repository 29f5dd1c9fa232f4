// Entry: find_hedges. Outside of quotation marks those words count that say how sure something is.
#include <algorithm>

#include "compare/exchange.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

constexpr double kSentenceStays = 0.5;  // of its words, for a hedge in it to have been taken out or put in

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

}  // namespace

int hedging(const VersionPair& c, const VersionWord& word, const VersionWord* next, bool opens) {
  constexpr int kHedge = 2, kInexact = 1;
  const bool number = next != nullptr && (next->number || c.is(*next, Role::number_word));
  if (word.capital && (!opens || number)) return 0;  // the month, a name
  if (c.is(word, Role::hedge_quantity) && number) return kInexact;
  if (c.is(word, Role::hedge_possibility) || c.is(word, Role::hedge_hearsay)) return kHedge;
  return c.is(word, Role::booster) ? -kHedge : 0;
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
      change.differences.push_back(
          {.is = run_text(comparison.newer, one.is), .was = run_text(comparison.older, one.was)});
    }
  }
}

}  // namespace hearsay
