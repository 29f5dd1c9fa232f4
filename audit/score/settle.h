// What people said of findings and claims: a finding that is settled stands apart with its reason, as those that the
// text suppresses do. Like them it changes no measure: a reason to let a finding stand makes no source less anonymous.
#pragma once

#include "corrections/corrected.h"
#include "score/scorecard.h"

namespace hearsay {

/// Fills what `corrected` left open: which findings and claims its corrections mean. Those that mean none stay not met.
void settle(Corrected& corrected, Scorecard& card);

}  // namespace hearsay
