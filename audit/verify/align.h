// Two sequences of words laid beside each other in order: all of the sought words, and the stretch of the passage that
// they fit best.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "verify/words.h"

namespace hearsay {

/// One step of the way through both.
struct AlignedStep {
  enum class Kind : std::uint8_t {
    same,   // a word and its own
    other,  // a word and another in its place
    added,  // a sought word without one
    gone,   // a word of the passage without one
  };
  Kind kind = Kind::same;
  std::uint32_t sought = 0;   // index of the word; of `gone`: of the next one
  std::uint32_t passage = 0;  // index of the word; of `added`: of the next one
};

struct AlignedWords {
  std::vector<AlignedStep> steps;    // `gone` only between others
  std::uint32_t begin = 0, end = 0;  // words of the passage from the first step to the last
  std::uint32_t same = 0;            // steps of that kind
};

/// Affine costs: a long gap in the passage costs little more than a short one, nothing at the draft's own ellipsis, and
/// what stands in the draft's brackets fits anything. Time and memory are the product of the lengths; of the sought
/// words at most 600 are looked at, of the passage at most 4,000.
[[nodiscard]] AlignedWords align_words(std::span<const ComparedWord> sought, std::span<const ComparedWord> passage);

}  // namespace hearsay
