#include "base/fingerprint.h"

namespace hearsay {

std::string fingerprint_text(std::uint64_t fingerprint) {
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; fingerprint >>= 4U) text[i] = "0123456789abcdef"[fingerprint & 0xFU];
  return text;
}

std::optional<std::uint64_t> read_fingerprint(std::string_view text) {
  if (text.size() != 16) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (c < 'a' || c > 'f')) return std::nullopt;
    value = value << 4U | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
  }
  return value;
}

}  // namespace hearsay
