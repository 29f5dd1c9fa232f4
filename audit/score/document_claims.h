// Which claims the writer documents: by a comment or note that hangs on their sentence and gives a link, a conversation
// or a date. Says nothing of whether the documentation holds.
#pragma once

#include <vector>

#include "score/input.h"
#include "score/scorecard.h"

namespace hearsay {

/// Fills Claim::annotations of `claims`. O(tokens + annotations + claims).
void document_claims(const ScoreInput& input, std::vector<Claim>& claims);

}  // namespace hearsay
