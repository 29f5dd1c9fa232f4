// One article: what the program found against what people marked.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "evaluate/marking.h"
#include "evaluate/tally.h"

namespace hearsay {

/// What became of one attribution, annotated or predicted.
struct PairVerdict {
  bool counted = true;         // false: it lies in a part that was discarded
  std::uint32_t pair = kNone;  // index of its counterpart
  bool source = false;         // the sources overlap, or there is none on either side
  bool content = false;        // the contents overlap (intersection over union at least .5)
  [[nodiscard]] bool found() const { return pair != kNone; }
  [[nodiscard]] bool full() const { return source && content; }
};

struct Comparison {
  Tally tally;
  std::vector<PairVerdict> gold;       // one per annotated attribution
  std::vector<PairVerdict> predicted;  // one per predicted attribution
};

/// Attributions are paired one to one where cues overlap, the best overlap of cue and content first.
[[nodiscard]] Comparison compare(const PointText& text, const Markings& gold, const Markings& predicted);

}  // namespace hearsay
