// All fuzzers by name. Each is a function of any bytes in NAME_fuzz.cc that aborts where something does not hold.
#pragma once

#include <span>
#include <string_view>

namespace hearsay::fuzz {

struct Fuzzer {
  std::string_view name;
  void (*run)(std::string_view bytes) = nullptr;
};

[[nodiscard]] std::span<const Fuzzer> all_fuzzers();

/// nullptr: there is none of this name.
[[nodiscard]] const Fuzzer* fuzzer_named(std::string_view name);

}  // namespace hearsay::fuzz
