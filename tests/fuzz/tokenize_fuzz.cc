// tokenize on any bytes, one paragraph per line: no crash, and the invariants hold.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tokens/invariants.h"
#include "tokens/lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const hearsay::test::Cut cut(std::string(reinterpret_cast<const char*>(data), size));
  const std::string broken = hearsay::test::broken_invariant(cut.document, cut.text);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
