// Any bytes are an article or an error: the text is valid UTF-8, blocks and links lie in it, in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "document/read.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const hearsay::Document document = hearsay::read({reinterpret_cast<const char*>(data), size}, "fuzz");
  require(hearsay::is_valid_utf8(document.text));
  require(hearsay::is_valid_utf8(document.title) && hearsay::is_valid_utf8(document.byline));
  std::uint32_t at = 0;
  for (const hearsay::Block& block : document.blocks) {
    require(at <= block.span.begin && block.span.begin < block.span.end && block.span.end <= document.text.size());
    at = block.span.end;
  }
  for (const hearsay::Link& link : document.links)
    require(link.span.begin < link.span.end && link.span.end <= document.text.size());
  return 0;
}
