// Text to tokens: where each word, number and mark begins and ends, and what it is made of.
#pragma once

#include <string_view>
#include <vector>

#include "tokens/token.h"

namespace hearsay {

/// Appends the tokens of `block` (bytes of `text`). Every byte that is no white space lies in exactly one token, in
/// order. Sets begin, end, word, hash and all flags but kSentenceStart, kOpenQuote and kCloseQuote.
void cut_words(std::string_view text, Span block, const Vocabulary& vocabulary, std::vector<Token>& tokens);

}  // namespace hearsay
