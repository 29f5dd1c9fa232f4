// Any bytes as a file of articles (records, a web archive, a feed, an export, compressed or not): the same articles
// however the bytes arrive, and each once over all shards.
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/holds.h"
#include "fuzz/streamed.h"

namespace hearsay::fuzz {

void fuzz_archive(std::string_view bytes) {
  if (bytes.size() > 50'000) return;
  const std::vector<std::string> whole = streamed(bytes, bytes.size() + 1, small_stream());
  const bool packed = bytes.starts_with("\x1f\x8b") || bytes.starts_with("\x28\xb5\x2f\xfd");
  if (!packed && !depends_on_arrival(bytes)) {  // behind damage the next member is sought in what is there
    require(whole == streamed(bytes, 1, small_stream()));
    require(whole == streamed(bytes, 13, small_stream()));
  }
  std::vector<std::string> shards[2];
  for (std::uint64_t index : {1U, 2U}) {
    StreamOptions options = small_stream();
    options.shard = {.index = index, .count = 2};
    shards[index - 1] = streamed(bytes, bytes.size() + 1, std::move(options));
  }
  require(shards[0].size() + shards[1].size() == whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) require(shards[i % 2][i / 2] == whole[i]);
  for (const From from : {From::jsonl, From::warc, From::feed, From::file}) {
    StreamOptions options = small_stream();
    options.from = from;
    static_cast<void>(streamed(bytes, 4096, std::move(options)));
  }
}

}  // namespace hearsay::fuzz
