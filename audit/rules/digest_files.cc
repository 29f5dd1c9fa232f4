// Nettle does the work.
#include "rules/digest_files.h"

#include <nettle/sha2.h>

#include <array>

namespace hearsay {

std::string digest(std::span<const std::string_view> pieces) {
  sha256_ctx context;
  sha256_init(&context);
  for (const std::string_view piece : pieces) {
    sha256_update(&context, piece.size(), reinterpret_cast<const std::uint8_t*>(piece.data()));
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&context, bytes.size(), bytes.data());
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += "0123456789abcdef"[byte >> 4U];
    out += "0123456789abcdef"[byte & 15U];
  }
  return out;
}

}  // namespace hearsay
