// By which words attributions and sources are known again: never by places or numbers, and by what is read before
// anything is corrected.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "mentions/article.h"
#include "sources/source.h"

namespace hearsay {

/// Per attribution: of its cue and the first words of its content, so that the tail of a quotation may be trimmed;
/// where there is no content, of the cue's sentence.
[[nodiscard]] std::vector<std::uint64_t> attribution_fingerprints(const Article& article,
                                                                  const Attributions& attributions);

/// Per source: of its name; of one that nobody can identify, of its words and of the sentence that brings it in.
[[nodiscard]] std::vector<std::uint64_t> source_fingerprints(const Article& article, const Sources& sources);

}  // namespace hearsay
