// From the bytes of a file to a Document. The format is told from the content, never from the name.
// Not here: opening files (cli/), anything about who says what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace hearsay {

/// Bounds on hostile input.
struct ReadLimits {
  std::uint64_t max_bytes = 64ULL << 20U;  // a larger file is refused
  std::uint32_t max_depth = 512;           // of nested markup; deeper is flattened
};

/// Reads one article. `charset`: the label that came with the bytes, stronger than one within. `path` names it in
/// messages and gives its id. Never throws on content: an unreadable one yields a Document with empty text and an error
/// in `diagnostics` (empty, binary, too large, …).
[[nodiscard]] Document read(std::string_view bytes, std::string_view path, const ReadLimits& limits = {},
                            std::string_view charset = {});

}  // namespace hearsay
