// How far two word sequences are one: their best local alignment. Not here: who says them.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "trace/thread.h"

namespace hearsay {

/// The words that two sequences share in order, with little between them.
struct Alignment {
  std::uint32_t content = 0;   // shared content words
  std::uint32_t words = 0;     // shared words
  std::uint32_t distinct = 0;  // different ones among the shared content words
  std::uint32_t left = 0;      // content words of the left sequence within the aligned stretch
  std::uint32_t right = 0;     // of the right one
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // indices of shared words, ascending
};

/// Smith–Waterman; time and memory are the product of the lengths, of which at most 600 words each are looked at.
[[nodiscard]] Alignment align(std::span<const Stem> left, std::span<const Stem> right);

}  // namespace hearsay
