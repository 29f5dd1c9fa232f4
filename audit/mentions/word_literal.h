// "said"_w: the hash a token carries for a word, at compile time, so that code can switch over the closed words of
// English without a vocabulary at hand. Words of the open classes belong into lexicons, not here.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hearsay {

/// The same value as word_hash (tokens/vocabulary.h); a test holds them together.
consteval std::uint32_t operator""_w(const char* word, std::size_t size) {
  std::uint32_t hash = 2166136261U;
  for (std::size_t i = 0; i < size; ++i) {
    hash ^= static_cast<unsigned char>(word[i]);
    hash *= 16777619U;
  }
  return hash;
}

}  // namespace hearsay
