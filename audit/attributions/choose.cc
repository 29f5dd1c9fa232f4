// chosen: greedy by rank; a cue, once taken, belongs to one attribution.
#include "attributions/choose.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace hearsay {

std::vector<Candidate> chosen(const Reading& reading, std::vector<Candidate> candidates) {
  enum Use : std::uint8_t { kFree, kCue, kSource };
  std::vector<Use> taken(reading.size(), kFree);  // what each token already serves
  std::vector<Candidate> kept;
  for (Candidate& c : candidates) {
    const Attribution& a = c.attribution;
    bool clash = false;
    for (std::uint32_t t = a.cue.begin; t < a.cue.end && !clash; ++t) clash = taken[t] != kFree;
    for (std::uint32_t t = a.source.begin; t < a.source.end && !clash; ++t) clash = taken[t] == kCue;
    if (clash) continue;
    for (std::uint32_t t = a.source.begin; t < a.source.end; ++t) taken[t] = kSource;
    for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) taken[t] = kCue;
    // All words that such a rule spells are its own: "was quoted by Le Soir as saying".
    for (std::uint32_t t = c.tag.begin; t < c.tag.end && reading.program.rules[a.rule].keeps_spans; ++t)
      taken[t] = taken[t] == kFree ? kCue : taken[t];
    kept.push_back(std::move(c));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Candidate& a, const Candidate& b) { return a.attribution.cue < b.attribution.cue; });
  return kept;
}

}  // namespace hearsay
