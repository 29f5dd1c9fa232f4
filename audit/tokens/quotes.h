// Pairs quotation marks into quotations.
#pragma once

#include "document/document.h"
#include "tokens/token.h"

namespace hearsay {

/// Fills text.quotations and text.quotation_of and sets kOpenQuote and kCloseQuote. Needs tokens and paragraphs.
/// Quotations nest properly and stay inside their paragraph; linear in the tokens.
void find_quotations(const Document& document, Text& text);

}  // namespace hearsay
