// Corrections of guessed or learned tags that need more than the words beside: the whole sentence, its headline, or the
// names of the whole text.
#pragma once

#include "document/document.h"
#include "mentions/possible_tags.h"
#include "rules/lexicon.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// Each correction is a pass of its own over the text; linear.
void settle_tags(const Document& document, const Text& text, const Lexicons& lexicons, const PossibleTags& possible,
                 Tags& tags);

}  // namespace hearsay
