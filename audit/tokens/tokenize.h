// From a document to tokens, sentences and quotations.
#pragma once

#include "tokens/token.h"

namespace hearsay {

/// Cuts the blocks that are read into tokens, splits sentences, pairs quotation marks. Linear in the text; any valid
/// UTF-8 is fine. Paragraph breaks end sentences and, unless the next paragraph opens with a mark, quotations.
[[nodiscard]] Text tokenize(const Document& document, const Vocabulary& vocabulary);

}  // namespace hearsay
