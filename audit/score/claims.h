// What the body states that could be checked: the contents of its attributions, and the sentences that claim rules mark
// and nobody is given for.
#pragma once

#include <cstdint>
#include <vector>

#include "score/input.h"
#include "score/scorecard.h"

namespace hearsay {

struct FoundClaims {
  std::vector<Claim> claims;                  // in text order
  std::vector<std::uint32_t> origins;         // per claim: independent traced origins, corroborating claims included
  std::vector<std::uint32_t> of_attribution;  // per attribution: its claim or kNone
};

/// `voices` as find_voices gives them. Near linear in the text; DECISIONS.md tells the why of status and credibility.
[[nodiscard]] FoundClaims find_claims(const ScoreInput& input, const std::vector<std::uint32_t>& voices);

}  // namespace hearsay
