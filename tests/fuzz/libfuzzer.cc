// What libFuzzer calls: fuzz --fuzzer=NAME and libFuzzer's own arguments.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/fuzzers.h"

namespace {

const hearsay::fuzz::Fuzzer* fuzzer = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  constexpr std::string_view kOption = "--fuzzer=";  // what begins with two hyphens libFuzzer leaves alone
  for (int i = 1; i < *argc; ++i) {
    const std::string_view argument = (*argv)[i];
    if (argument.starts_with(kOption)) fuzzer = hearsay::fuzz::fuzzer_named(argument.substr(kOption.size()));
  }
  if (fuzzer != nullptr) return 0;
  std::fprintf(stderr, "name a fuzzer: --fuzzer=NAME\n");
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzzer->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
