// Rule matches with the content found for them: readings of cues, before the best is chosen (choose.h, weigh.h).
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/reading.h"
#include "base/span.h"

namespace hearsay {

struct Candidate {
  Attribution attribution;
  TokenRange tag;   // source and cue together: the words between contents
  double rank = 0;  // the better reading of one cue has the higher rank
};

/// The readings of all matches of attribution rules, the better of one place first; none whose content the rule does
/// not accept.
[[nodiscard]] std::vector<Candidate> find_candidates(const Reading& reading, const std::vector<Match>& matches);

/// Direct where every word of the content is quoted, mixed where some are.
[[nodiscard]] AttributionType type_of(const Reading& reading, const std::vector<TokenRange>& content);

}  // namespace hearsay
