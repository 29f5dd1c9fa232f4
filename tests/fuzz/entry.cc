// What libFuzzer calls, for the one fuzzer that HEARSAY_FUZZER names.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay::fuzz {
void HEARSAY_FUZZER(std::string_view bytes);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hearsay::fuzz::HEARSAY_FUZZER({reinterpret_cast<const char*>(data), size});
  return 0;
}
