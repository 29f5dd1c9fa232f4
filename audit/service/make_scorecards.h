// A run over articles whose scorecards go where a plan says: printed, in files, in one file of records, in a store.
#pragma once

#include "service/articles.h"
#include "service/listener.h"
#include "service/scorecards.h"
#include "service/session.h"

namespace hearsay {

/// What is printed goes to `out`; what was made and where is said to the listener. Throws Fatal where an output cannot
/// be opened or written on.
[[nodiscard]] Totals make_scorecards(const ScorecardPlan& plan, const InputChoice& input, const Session& session,
                                     Listener& listener, const Output& out);

}  // namespace hearsay
