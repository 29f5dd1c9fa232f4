// A sum against files that were cut, torn or written over in part; nobody is kept from making one that fits.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

/// By words of eight bytes; a rest of fewer is taken as it is.
[[nodiscard]] std::uint64_t quick_sum(std::string_view bytes);

}  // namespace hearsay
