// What the rules read, as the evidence is asked with it.
#pragma once

#include <vector>

#include "attributions/candidate.h"
#include "attributions/reading.h"
#include "evidence/hint.h"

namespace hearsay {

/// One per cue that a rule reads, by head. `candidates` as find_candidates gives them.
[[nodiscard]] Hints hints_of(const Reading& reading, const std::vector<Candidate>& candidates);

}  // namespace hearsay
