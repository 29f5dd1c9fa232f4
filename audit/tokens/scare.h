// Quoted words that nobody need have said: ‘facilitate’ talks, a “safe haven”, William “Bill” Ortiz, titles of works.
#pragma once

#include "document/document.h"
#include "tokens/token.h"

namespace hearsay {

/// Whether `quotation` (closed, marks included) is a word or a few inside the running text of `paragraph`.
[[nodiscard]] bool is_scare(const Document& document, const Text& text, const Paragraph& paragraph,
                            const Quotation& quotation);

}  // namespace hearsay
