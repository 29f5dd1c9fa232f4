// What holds of every Document, whatever bytes it came from; aborts where it does not.
#pragma once

#include <cstdlib>

#include "base/utf8.h"
#include "document/document.h"

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// The text is valid UTF-8, blocks and links lie in it, blocks in order.
inline void require_whole(const hearsay::Document& document) {
  require(hearsay::is_valid_utf8(document.text));
  require(hearsay::is_valid_utf8(document.title) && hearsay::is_valid_utf8(document.byline));
  std::uint32_t at = 0;
  for (const hearsay::Block& block : document.blocks) {
    require(at <= block.span.begin && block.span.begin < block.span.end && block.span.end <= document.text.size());
    at = block.span.end;
  }
  for (const hearsay::Link& link : document.links)
    require(link.span.begin < link.span.end && link.span.end <= document.text.size());
}
