// The seam between one article and many: what a scorecard says, as utterances that stand without it. Whatever holds
// scorecards (a run, JSON Lines, a store) comes through here.
#pragma once

#include <vector>

#include "report/report.h"
#include "tokens/vocabulary.h"
#include "trace/thread.h"

namespace hearsay {

/// One per attribution with content, and one per quotation that no attribution covers (source "" and no attribution).
/// Those too short to be found again are left out. A report without `blocks` is read as one paragraph per line.
/// Of the vocabulary only its language is asked.
[[nodiscard]] std::vector<Utterance> utterances_of(const Report& report, const Vocabulary& vocabulary);

}  // namespace hearsay
