// From the utterances of many articles to threads: each one utterance (or one claim) with all its carriers. Near linear
// in the number of utterances. Not here: where utterances come from, how threads are shown.
#pragma once

#include <vector>

#include "language/closed_words.h"
#include "trace/collection.h"
#include "trace/thread.h"

namespace hearsay {

/// Threads of two articles or more; in order of their earliest member. A long quotation of which others print different
/// pieces is in the thread of each piece. The order of the input does not change which utterances are joined where
/// attribution ids are unique in their article. Arranges the collection, which nobody has arranged before; throws Fatal
/// as it does. `language` is that of the names.
[[nodiscard]] std::vector<Thread> find_threads(Collection& collection, const LanguageWords& language);

}  // namespace hearsay
