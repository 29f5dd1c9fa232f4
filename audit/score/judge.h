// From facts and a policy to findings.
#pragma once

#include <vector>

#include "score/find_facts.h"
#include "score/policy.h"
#include "score/scorecard.h"

namespace hearsay {

/// Whether a condition holds for these rows. Thresholds are the check's.
[[nodiscard]] bool holds(const Condition& condition, const Check& check, const FactSheet& facts, const FactRows& rows);

/// One finding per place and check, by place then check; a finding on the whole article comes first. Fingerprints are
/// set.
[[nodiscard]] std::vector<Finding> judge(const ScoreInput& input, const FoundClaims& claims, const SourceUse& use,
                                         const FactSheet& facts, const Policy& policy);

}  // namespace hearsay
