// Parts of speech from the lexicons, the word's shape and its neighbours alone: the tags of the fast mode, and the fallback
// where no trained tagger is loaded (evidence/tag).
#pragma once

#include "document/document.h"
#include "rules/lexicon.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// One tag per token; a table look-up and a few rules each.
[[nodiscard]] Tags guess_tags(const Document& document, const Text& text, const Lexicons& lexicons);

}  // namespace hearsay
