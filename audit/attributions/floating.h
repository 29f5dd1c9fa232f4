// Quotations without a cue of their own, given to whoever was just told to speak.
#pragma once

#include <vector>

#include "attributions/candidate.h"
#include "attributions/reading.h"

namespace hearsay {

/// Adds to the readings, in order of their cues, the quotations that nobody tells of and that go on with what somebody
/// said in the sentence before: "Reyes said the plan was dead. “It was never alive.”", in the same paragraph or, where
/// it holds nothing else, the next.
void add_floating(const Reading& reading, std::vector<Candidate>& kept);

}  // namespace hearsay
