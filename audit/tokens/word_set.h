// A small fixed set of lower-case words, built at compile time and asked by a token's hash: no string is compared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokens/token.h"

namespace hearsay {

/// word_hash at compile time.
[[nodiscard]] constexpr std::uint32_t constant_hash(std::string_view lower) {
  std::uint32_t hash = 2166136261U;
  for (const char c : lower) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash;
}

/// `kSlots` is a power of two, more than twice the number of words.
template <std::size_t kSlots>
class WordSet {
 public:
  /// `words` are separated by single spaces.
  constexpr explicit WordSet(std::string_view words) {
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      add(constant_hash(words.substr(0, end)));
      words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
  }
  [[nodiscard]] constexpr bool has(std::uint32_t hash) const {
    for (std::size_t at = slot(hash); slots_[at] != 0; at = (at + 1) & (kSlots - 1)) {
      if (slots_[at] == hash) return true;
    }
    return false;
  }
  [[nodiscard]] bool has(const Token& token) const { return has(token.hash); }
  [[nodiscard]] constexpr bool has(std::string_view lower) const { return has(constant_hash(lower)); }

 private:
  [[nodiscard]] static constexpr std::size_t slot(std::uint32_t hash) { return (hash ^ (hash >> 15U)) & (kSlots - 1); }
  constexpr void add(std::uint32_t hash) {
    std::size_t at = slot(hash);
    while (slots_[at] != 0) at = (at + 1) & (kSlots - 1);  // a full table would not compile
    slots_[at] = hash;
  }
  std::array<std::uint32_t, kSlots> slots_{};
};

}  // namespace hearsay
