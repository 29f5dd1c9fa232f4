// SHA-256 over several pieces of bytes, to name a pack's exact contents.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace hearsay {

/// 64 hexadecimal digits of the pieces one after the other.
[[nodiscard]] std::string digest(std::span<const std::string_view> pieces);

}  // namespace hearsay
