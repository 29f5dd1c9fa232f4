// Joins what rules read with what the evidence says: one probability per cue, one set of spans.
#pragma once

#include <vector>

#include "attributions/candidate.h"
#include "attributions/reading.h"
#include "evidence/proposal.h"

namespace hearsay {

/// Of the rules' candidates and the evidence's proposals the readings that stand: those likely enough that lie in no
/// other's words, and the rules' readings nested in them or inside quotations. By cue.
[[nodiscard]] std::vector<Candidate> weighed(const Reading& reading, std::vector<Candidate> candidates,
                                             const std::vector<Proposal>& proposals);

}  // namespace hearsay
