// What holds articles holds the same ones as gzip and as zstd, in whatever pieces.
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/compressed.h"
#include "fuzz/holds.h"
#include "fuzz/streamed.h"

namespace hearsay::fuzz {

void fuzz_compressed(std::string_view bytes) {
  if (bytes.size() > 50'000) return;
  if (bytes.starts_with("\x1f\x8b") || bytes.starts_with("\x28\xb5\x2f\xfd")) return;  // what is in it is no stream
  const std::vector<std::string> plain = streamed(bytes, bytes.size() + 1, small_stream());
  for (const std::string& packed : {as_gzip(bytes), as_zstd(bytes)}) {
    for (const std::size_t piece : {packed.size(), std::size_t{7}})
      require(depends_on_arrival(bytes) || plain == streamed(packed, piece, small_stream()));
    static_cast<void>(streamed(std::string_view(packed).substr(0, packed.size() - 9), 4096, small_stream()));  // torn
  }
}

}  // namespace hearsay::fuzz
