// From standoff files to gold. Offsets there count code points; `text` must be the document's.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "evidence/learning/gold.h"

namespace hearsay {

/// brat standoff: T lines, Attribution and Attribution-no-source events, Discard spans; all else is passed over. Spans
/// that lie outside the text, events that name a T that is not there: a diagnostic with the line, and the rest is read.
[[nodiscard]] Gold read_gold(std::string_view ann, const Document& document, const Text& text,
                             Diagnostics& diagnostics);

/// Rows of begin, end, tag (and more), tab-separated. Only tokens with exactly these borders get a tag.
[[nodiscard]] Tags read_silver(std::string_view rows, const Document& document, const Text& text);

}  // namespace hearsay
