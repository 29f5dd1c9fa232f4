// Bytes as compressed files hold them.
#pragma once

#include <string>
#include <string_view>

namespace hearsay::fuzz {

/// Two members, behind each other.
[[nodiscard]] std::string as_gzip(std::string_view bytes);
/// Two frames, behind each other.
[[nodiscard]] std::string as_zstd(std::string_view bytes);

}  // namespace hearsay::fuzz
