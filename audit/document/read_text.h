// Plain text: which lines are headline, byline, dateline, caption … and which are body. Text stays as it stands.
#pragma once

#include "document/document.h"

namespace hearsay {

/// Fills blocks, title, byline and published from `document.text`.
void read_text(Document& document);

}  // namespace hearsay
