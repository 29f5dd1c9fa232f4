// Groups tokens into sentences.
#pragma once

#include "document/document.h"
#include "tokens/token.h"

namespace hearsay {

/// Fills text.sentences, text.sentence_of and Paragraph::sentences and sets kSentenceStart. Needs tokens, paragraphs
/// and paired quotation marks. The sentences of a paragraph partition its tokens.
void split_sentences(const Document& document, Text& text);

}  // namespace hearsay
