// tokenize on any bytes, one paragraph per line: no crash, and the invariants hold.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tokens/invariants.h"
#include "tokens/lines.h"

namespace hearsay::fuzz {

void fuzz_tokenize(std::string_view bytes) {
  const test::Cut cut{std::string(bytes)};
  const std::string broken = test::broken_invariant(cut.document, cut.text);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
}

}  // namespace hearsay::fuzz
