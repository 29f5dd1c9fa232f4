// Steps of the engine: basic blocks entered, counted by the compiler (HEARSAY_STEPS). The same input gives the same
// number on any machine at any load, so that a test can compare work where seconds would lie.
#pragma once

#include <cstdint>

namespace hearsay::test {

/// Basic blocks of the engine that this thread entered so far. What the C library does inside (a memmove) is not seen.
[[nodiscard]] std::uint64_t steps_taken();

}  // namespace hearsay::test
