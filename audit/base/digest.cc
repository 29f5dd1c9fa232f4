#include "base/digest.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace hearsay {

std::string sha256_hex(std::string_view bytes) {
  return sha256_hex(std::span(&bytes, 1));
}

std::string sha256_hex(std::span<const std::string_view> pieces) {
  sha256_ctx context;
  sha256_init(&context);
  for (const std::string_view piece : pieces)
    sha256_update(&context, piece.size(), reinterpret_cast<const std::uint8_t*>(piece.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out.push_back(kDigits[byte >> 4U]);
    out.push_back(kDigits[byte & 0x0fU]);
  }
  return out;
}

}  // namespace hearsay
