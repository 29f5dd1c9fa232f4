// SHA-256, to name the exact bytes that were read.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hearsay {

/// 64 hexadecimal digits, lower case.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// Of the pieces one after the other.
[[nodiscard]] std::string sha256_hex(std::span<const std::string_view> pieces);

}  // namespace hearsay
