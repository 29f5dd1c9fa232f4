// SHA-256, to name the exact bytes that were read.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// 64 hexadecimal digits, lower case.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace hearsay
