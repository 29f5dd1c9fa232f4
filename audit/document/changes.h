// What becomes of the tracked changes of a draft: read as if they had been accepted, or rejected.
#pragma once

#include <cstdint>

namespace hearsay {

enum class Changes : std::uint8_t { accept, reject };

}  // namespace hearsay
