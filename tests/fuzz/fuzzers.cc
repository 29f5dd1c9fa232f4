#include "fuzz/fuzzers.h"

#include <algorithm>
#include <array>

namespace hearsay::fuzz {

// X(NAME) each: CMake gives the list.
#define X(name) void fuzz_##name(std::string_view bytes);
HEARSAY_FUZZERS
#undef X

namespace {

#define X(name) Fuzzer{#name, fuzz_##name},
constexpr std::array kFuzzers = {HEARSAY_FUZZERS};
#undef X

}  // namespace

std::span<const Fuzzer> all_fuzzers() {
  return kFuzzers;
}

const Fuzzer* fuzzer_named(std::string_view name) {
  const auto* const found =
      std::find_if(kFuzzers.begin(), kFuzzers.end(), [&](const Fuzzer& one) { return one.name == name; });
  return found == kFuzzers.end() ? nullptr : found;
}

}  // namespace hearsay::fuzz
