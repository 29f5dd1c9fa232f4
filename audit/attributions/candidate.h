// A rule match with the content found for it: one reading of a cue, before the best is chosen.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/content.h"
#include "attributions/match.h"
#include "attributions/reading.h"

namespace hearsay {

struct Candidate {
  Attribution attribution;
  const Match* match = nullptr;
  TokenRange tag;              // source and cue together: the words between contents
  double rank = 0;             // the better reading of one cue has the higher rank
};

/// The readings of one match; empty where no content is found that the rule accepts. `skips`: modifiers' ranges by begin.
[[nodiscard]] std::vector<Candidate> candidates_of(const Reading& reading, const Match& match, const std::vector<TokenRange>& skips);

}  // namespace hearsay
