// Parts of speech from the lexicons, the word's shape and its neighbours alone: the tags of the fast mode, and the
// fallback where no trained tagger is loaded (evidence/tag).
#pragma once

#include "document/document.h"
#include "rules/lexicon.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// One tag per token; a table look-up and a few rules each.
[[nodiscard]] Tags guess_tags(const Document& document, const Text& text, const Lexicons& lexicons);

/// The tags of a trained tagger where the lexicons allow them, else the guess: a word that can only be a verb ("deny")
/// is no noun, a capitalised word that no lexicon holds is a name.
[[nodiscard]] Tags reconciled_tags(const Document& document, const Text& text, const Lexicons& lexicons,
                                   const Tags& trained);

}  // namespace hearsay
