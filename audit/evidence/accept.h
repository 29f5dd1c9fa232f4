// What the readings of an article say of each other: which of several spans a cue has where they would cover another
// cue, and how likely each is a cue at all. Not here: where the readings come from (score_spans.h).
#pragma once

#include <vector>

#include "evidence/frame.h"
#include "evidence/proposal.h"
#include "evidence/reading_context.h"
#include "evidence/score_spans.h"
#include "evidence/weights.h"

namespace hearsay {

/// What is known of a proposal besides what it says.
struct Read {
  ReadingContext context;           // probability and span_probability set
  float acceptance = 0;             // of the reading chosen, as SpanReading has it
  std::vector<SpanReading> others;  // it was chosen among these; none where it is sure
};

/// Exchanges the spans of proposals where that lets both a cue and the one it covered stand, and sets
/// cue_probability of each. `proposals` in order of head, `reads` one for each.
void accept(const Frames& frames, const Model& model, std::vector<Read>& reads, std::vector<Proposal>& proposals);

}  // namespace hearsay
