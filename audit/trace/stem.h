// Words as utterances are compared by: folded, without regular endings, as a hash. Reads bytes and allocates nothing;
// needs no ids of a vocabulary, so that the same word is the same number in every run. Not a linguist's stem: only
// equality counts. Other stems: by which cues are weighed (Morphology::cue_stem).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/closed_words.h"
#include "trace/thread.h"

namespace hearsay {

/// The stem of one word; 0 where it has no letter or digit. "Pumps", "pump’s" and "pumped" are one; so are "1,200"
/// and "1200". The words of grammar ("the", "is", "we") come without kContentStem.
[[nodiscard]] Stem comparison_stem(std::string_view word, const LanguageWords& language);

/// Takes the first part of a word off it: "counter-drug" is two words, as others write it.
[[nodiscard]] std::string_view take_part(std::string_view& word);

[[nodiscard]] constexpr bool is_content(Stem stem) {
  return (stem & kContentStem) != 0;
}
[[nodiscard]] std::size_t count_content(const std::vector<Stem>& words);

/// Words of one utterance that are compared; what stands behind them is not looked at.
inline constexpr std::size_t kMostComparedWords = 600;

}  // namespace hearsay
