// Which words of one version stand in the other: sentence to sentence first, then word to word within them, then what
// moved from one sentence into another. Sentences may have moved anywhere.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/version_text.h"
#include "language/closed_words.h"

namespace hearsay {

struct VersionAlignment {
  std::vector<std::uint32_t> newer_of;       // of each older word, its newer one or kNoWord
  std::vector<std::uint32_t> older_of;       // of each newer word
  std::vector<std::uint32_t> newer_unit_of;  // of each older sentence, or kNoWord
  std::vector<std::uint32_t> older_unit_of;
};

/// Near linear in the words: a sentence is compared with at most six others, each of bounded length.
[[nodiscard]] VersionAlignment align(const VersionText& older, const VersionText& newer);

}  // namespace hearsay
