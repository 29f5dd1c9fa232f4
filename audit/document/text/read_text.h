// Plain text: which lines are headline, byline, dateline, caption … and which are body. Text stays as it stands.
#pragma once

#include <cstddef>

#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// Fills blocks from `document.text`, and title, byline and published where they are empty. The first `headline_end`
/// bytes are known to be the headline; 0: it is looked for.
void read_text(Document& document, const PageWords& page_words, std::size_t headline_end = 0);

}  // namespace hearsay
