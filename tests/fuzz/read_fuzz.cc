// Any bytes are an article or an error.
#include <string_view>

#include "fuzz/holds.h"
#include "read_english.h"

namespace hearsay::fuzz {

void fuzz_read(std::string_view bytes) {
  require_whole(read_english(bytes, "fuzz"));
}

}  // namespace hearsay::fuzz
