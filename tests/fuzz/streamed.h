// What the stream of articles makes of bytes that come piece by piece.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/article_stream.h"

namespace hearsay::fuzz {

/// Limits so low that small inputs meet them.
[[nodiscard]] StreamOptions small_stream();

/// Each article as kind, place, address and bytes, or as its problem, in one string; a fault of the file comes last.
/// Requires that batches keep what raw_article.h says.
[[nodiscard]] std::vector<std::string> streamed(std::string_view bytes, std::size_t piece, StreamOptions options);

/// JSON records of which the first breaks off in its line: whether it is a torn line or laid out over several is told
/// by what has come of those behind it.
[[nodiscard]] bool depends_on_arrival(std::string_view bytes);

}  // namespace hearsay::fuzz
