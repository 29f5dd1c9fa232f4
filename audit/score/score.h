// From all that was found to the scorecard. The policy decides what is a finding and what costs points.
#pragma once

#include "score/input.h"
#include "score/policy.h"
#include "score/raise.h"
#include "score/scorecard.h"

namespace hearsay {

/// Claims, findings by place then check, measures, total and grade or why they are withheld. Near linear in the text.
[[nodiscard]] Scorecard score(const ScoreInput& input, const Policy& policy, const RaiseModel& raise = {});

}  // namespace hearsay
