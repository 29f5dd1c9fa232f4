// Any bytes are an article or an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/document_holds.h"
#include "read_english.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  require_whole(hearsay::read_english({reinterpret_cast<const char*>(data), size}, "fuzz"));
  return 0;
}
