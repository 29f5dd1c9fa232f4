// From the readings that stand to attributions: each with its own source and content, the medium, relays and reasons of
// the modifiers beside it, and which lies in which. Called by find_attributions (find.h) alone.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/candidate.h"
#include "attributions/confidence.h"
#include "attributions/match.h"
#include "attributions/reading.h"

namespace hearsay {

struct AttachOptions {
  Rating rating = Rating::calibrated;
  double min_confidence = 0;  // attributions below are left out
};

/// `kept` by cue, as chosen() or weighed() gives them. Linear in matches times the length of a sentence.
[[nodiscard]] Attributions attach(const Reading& reading, std::vector<Candidate> kept,
                                  const std::vector<Match>& matches, const AttachOptions& options);

}  // namespace hearsay
