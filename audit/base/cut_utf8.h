// Text that is longer than it may be.
#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay {

/// At most `most` bytes from the start, and no part of a character at their end.
[[nodiscard]] constexpr std::string_view cut_utf8(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  // A character has at most three bytes behind its first.
  for (int i = 0; i < 3 && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U; ++i) --end;
  return text.substr(0, end);
}

}  // namespace hearsay
