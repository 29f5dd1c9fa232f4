// From the utterances of many articles to threads: each one utterance (or one claim) with all its carriers. Pure; near
// linear in the number of utterances. Not here: where utterances come from, how threads are shown.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "language/closed_words.h"
#include "trace/thread.h"

namespace hearsay {

struct AcrossOptions {
  bool claims = true;            // also claims in indirect words whose names and figures agree
  std::size_t most_fronts = 24;  // different wordings of one key against which a further one is held
};

/// Threads of two articles or more; in order of their earliest member. A long quotation
/// of which others print different pieces is in the thread of each piece. The order of the input does not change which
/// utterances are joined where article ids and attribution ids are unique. `language` is that of the names.
[[nodiscard]] std::vector<Thread> find_threads(std::span<const Utterance> utterances, const LanguageWords& language,
                                               const AcrossOptions& options = {});

}  // namespace hearsay
