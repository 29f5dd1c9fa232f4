// The measures of a scorecard: each 0…1, and every one below 1 names the attributions or claims that cost it.
#pragma once

#include <optional>
#include <vector>

#include "score/find_facts.h"
#include "score/judge.h"
#include "score/policy.h"
#include "score/scorecard.h"

namespace hearsay {

/// In the order of the policy. A measure with nothing to measure (no documents, no anonymous source) has no value
/// and weight 0; the weights of the others are scaled to a sum of 1.
[[nodiscard]] std::vector<Measure> measure(const ScoreInput& input, const FoundClaims& claims,
                                           const std::vector<std::uint32_t>& voices, const SourceUse& use,
                                           const FactSheet& facts, const std::vector<EditorQuestion>& questions,
                                           const Policy& policy);

/// 0…100: the weighted mean, rounded; none where nothing could be measured.
[[nodiscard]] std::optional<int> total_of(const std::vector<Measure>& measures);

}  // namespace hearsay
