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

/// Whether a claim is shown and counted: somebody is given for it, or a claim rule says what is checkable in it. The
/// rest of what writers state in their own voice is only weighed for findings.
[[nodiscard]] inline bool counts(const Claim& claim) {
  return !claim.attributions.empty() || claim.rule != kNone;
}

/// `voices` as find_voices gives them. Near linear in the text; DECISIONS.md tells the why of status and credibility.
[[nodiscard]] FoundClaims find_claims(const ScoreInput& input, const std::vector<std::uint32_t>& voices);

}  // namespace hearsay
