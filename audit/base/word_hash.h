// The hash a token carries: of its word in lower case, ’ as '. FNV-1a, so that it is the same on every machine and can
// be known to the compiler.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

[[nodiscard]] constexpr std::uint32_t word_hash(std::string_view lower) {
  std::uint32_t hash = 2166136261U;
  for (const char c : lower) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash;
}

}  // namespace hearsay
