// The article out of the state that a page's script holds (Next.js, Fusion, Nuxt and what is like them), for pages
// whose markup has none. Knows no site's own layout: it looks for the prose.
#pragma once

#include <string_view>
#include <vector>

#include "document/article_text.h"
#include "document/read.h"

namespace hearsay {

inline constexpr std::size_t kLeastState = 400;  // bytes of a script, or of a value in it, that may hold an article

/// `scripts`: contents of script elements that may hold state. The blocks of the list of parts, or of the one field,
/// with the most prose; empty where there is none. Linear in the scripts, of which at most 8 MiB are read.
[[nodiscard]] std::vector<BodyBlock> state_blocks(const std::vector<std::string_view>& scripts,
                                                  const ReadContext& reading);

}  // namespace hearsay
