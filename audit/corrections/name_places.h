// Where a name that a person typed stands in an article, as tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "mentions/article.h"

namespace hearsay {

/// All places of these very words between the edges of tokens, in text order; the first 64.
[[nodiscard]] std::vector<TokenRange> name_places(const Article& article, std::string_view name);
/// The place in the sentence of a token that is nearest to it; empty where there is none.
[[nodiscard]] TokenRange name_beside(const Article& article, std::string_view name, std::uint32_t token);
/// Whether a word in the range is written as names are, not only because a sentence opens with it.
[[nodiscard]] bool holds_name(const Text& text, TokenRange range);
/// The mention that one of the places is; null where none is one.
[[nodiscard]] const Mention* mention_of(const Mentions& mentions, const std::vector<TokenRange>& places);

}  // namespace hearsay
