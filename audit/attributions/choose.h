// By the rules alone: which of their readings stand. With evidence they are weighed instead (weigh.h).
#pragma once

#include <vector>

#include "attributions/candidate.h"
#include "attributions/reading.h"

namespace hearsay {

/// Of the readings that share words as cue or source the one of highest rank. `candidates` as find_candidates gives
/// them; what is kept is by cue.
[[nodiscard]] std::vector<Candidate> chosen(const Reading& reading, std::vector<Candidate> candidates);

}  // namespace hearsay
