// The embedded posts of a document, found in its blocks once these are written.
#pragma once

#include <vector>

#include "document/document.h"

namespace hearsay {

/// In text order: a run of `post` blocks and the `post_by` block behind it.
[[nodiscard]] std::vector<Post> find_posts(const Document& document);

}  // namespace hearsay
