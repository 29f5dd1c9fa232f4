// 1 split matches into proposals and modifiers; 2 find the content of each proposal; 3 keep the best reading of each cue, and
// none whose cue is another's word; 4 let modifiers add what they know; 5 nest. Everything is local to sentences but quotations.
#include "attributions/attach.h"

#include <algorithm>

#include "attributions/candidate.h"
#include "attributions/confidence.h"
#include "attributions/modifiers.h"
#include "attributions/reading.h"
#include "attributions/subject.h"

namespace hearsay {
namespace {

std::vector<TokenRange> ranges_of(const std::vector<const Match*>& modifiers) {
  std::vector<TokenRange> ranges;
  for (const Match* m : modifiers) {
    if (ranges.empty() || m->whole.begin != ranges.back().begin) ranges.push_back(m->whole);
  }
  return ranges;
}

std::uint32_t content_size(const Attribution& a) {
  std::uint32_t size = 0;
  for (const TokenRange& span : a.content) size += span.size();
  return size;
}

bool in_content(const Attribution& a, std::uint32_t t) {
  return std::any_of(a.content.begin(), a.content.end(), [t](TokenRange span) { return span.contains(t); });
}

/// Greedy by rank: a cue, once taken, belongs to one attribution. `taken[t]` tells what token t already serves.
std::vector<Candidate> chosen(const Reading& r, std::vector<Candidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.rank > b.rank; });
  enum Use : std::uint8_t { kFree, kCue, kSource };
  std::vector<Use> taken(r.size(), kFree);
  std::vector<Candidate> kept;
  for (Candidate& c : candidates) {
    const Attribution& a = c.attribution;
    bool clash = false;
    for (std::uint32_t t = a.cue.begin; t < a.cue.end && !clash; ++t) clash = taken[t] != kFree;
    for (std::uint32_t t = a.source.begin; t < a.source.end && !clash; ++t) clash = taken[t] == kCue;
    if (clash) continue;
    for (std::uint32_t t = a.source.begin; t < a.source.end; ++t) taken[t] = kSource;
    for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) taken[t] = kCue;
    kept.push_back(std::move(c));
  }
  std::sort(kept.begin(), kept.end(), [](const Candidate& a, const Candidate& b) { return a.attribution.cue < b.attribution.cue; });
  return kept;
}

/// A cue that shares its subject takes the source of the attribution before it in the sentence, else the sentence's subject.
void share_sources(const Reading& r, std::vector<Candidate>& kept) {
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& a = kept[i].attribution;
    if (!r.program.rules[a.rule].patterns[a.pattern].shared_source) continue;
    TokenRange source;
    if (i > 0) {
      const Attribution& before = kept[i - 1].attribution;
      const bool near = r.text.sentence_of[before.cue_head] == r.text.sentence_of[a.cue_head] &&
                        r.quotation(before.cue_head) == r.quotation(a.cue_head);
      if (near && before.mode == SourceMode::phrase) source = before.source;
    }
    if (source.empty()) source = shared_subject(r, a.cue.begin);
    a.source = source;
    a.mode = source.empty() ? SourceMode::none : SourceMode::phrase;
  }
  std::erase_if(kept, [&](const Candidate& c) {
    const Attribution& a = c.attribution;
    return r.program.rules[a.rule].patterns[a.pattern].shared_source && a.source.empty();
  });
}

/// `within` by painting: larger contents first, so that each token ends with the innermost content that holds it.
void nest(const Reading& r, Attributions& all) {
  constexpr std::uint32_t kMostPainted = 4096;  // tokens of one content; keeps hostile sentences linear
  std::vector<std::uint32_t> order(all.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return content_size(all[a]) > content_size(all[b]); });
  std::vector<std::uint32_t> owner(r.size(), kNone);
  for (const std::uint32_t i : order) {
    // Of two that lie in each other's content the larger one, painted before, is the outer one.
    const std::uint32_t outer = owner[all[i].cue_head];
    if (outer != kNone && outer != i) all[i].within = outer;
    std::uint32_t painted = 0;
    for (const TokenRange& span : all[i].content) {
      for (std::uint32_t t = span.begin; t < span.end && painted < kMostPainted; ++t, ++painted) owner[t] = i;
    }
  }
  for (const std::uint32_t i : order) {
    const std::uint32_t outer = owner[all[i].cue_head];
    if (all[i].within == kNone && outer != kNone && outer != i && !in_content(all[i], all[outer].cue_head)) all[i].within = outer;
  }
}

}  // namespace

Attributions attach(const Document& document, const Text& text, const Tags& tags, const Mentions& mentions,
                    const Program& program, const std::vector<Match>& matches, const AttachOptions& options) {
  const Reading reading(document, text, tags, mentions, program);
  const std::vector<const Match*> modifiers = modifier_matches(program, matches);
  const std::vector<TokenRange> skips = ranges_of(modifiers);
  std::vector<Candidate> candidates;
  for (const Match& match : matches) {
    if (program.rules[match.rule].type != RuleType::attribution) continue;
    for (Candidate& c : candidates_of(reading, match, skips)) candidates.push_back(std::move(c));
  }
  Attributions all;
  std::vector<const Match*> matches_kept;
  std::vector<Candidate> kept = chosen(reading, std::move(candidates));
  share_sources(reading, kept);
  for (Candidate& c : kept) {
    apply_modifiers(reading, modifiers, c.tag, c.attribution);
    matches_kept.push_back(c.match);
    all.push_back(std::move(c.attribution));
  }
  nest(reading, all);
  rate(reading, matches_kept, all);
  const auto unsure = [&](const Attribution& a) { return a.confidence < options.min_confidence; };
  if (std::erase_if(all, unsure) != 0) {
    for (Attribution& a : all) a.within = kNone;
    nest(reading, all);
  }
  return all;
}

}  // namespace hearsay
