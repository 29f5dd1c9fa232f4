// Any bytes as what git diff prints: lines of a file from 1 on, first before last, in order as far as hunks are.
#include <string_view>

#include "fuzz/holds.h"
#include "service/touched.h"

namespace hearsay::fuzz {

void fuzz_diff(std::string_view bytes) {
  for (const auto& [path, ranges] : parse_diff(bytes)) {
    require(!path.empty());
    for (const auto& [first, last] : ranges) require(first <= last);
  }
}

}  // namespace hearsay::fuzz
