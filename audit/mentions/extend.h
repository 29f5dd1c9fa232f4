// What follows a base phrase and belongs to it: of- and for-phrases, appositions, relative clauses, parentheses. Works
// from the text's end to its start, so that what follows is already whole.
#pragma once

#include <vector>

#include "mentions/classify.h"
#include "mentions/language.h"
#include "mentions/mention.h"
#include "tokens/tag.h"

namespace hearsay {

/// Widens the range of each mention and moves name, role and affiliation over from what it took in. `mentions` are in
/// order of core.begin, the longer first. Linear: every step reads a bounded number of tokens.
void extend_mentions(const Language& language, const Tags& tags, const Classifier& classifier,
                     std::vector<Mention>& mentions);

}  // namespace hearsay
