// From tokens and their parts of speech to noun phrases.
#pragma once

#include "document/document.h"
#include "mentions/mention.h"
#include "rules/lexicon.h"
#include "rules/register.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// Finds and classifies every noun phrase. Linear in the text.
[[nodiscard]] Mentions find_mentions(const Document& document, const Text& text, const Tags& tags,
                                     const Lexicons& lexicons, const Register& registers);

}  // namespace hearsay
