// What one place of a text tells of a name is true of it everywhere: that it is a place's, a body's, a surname.
#pragma once

#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "tokens/tag.h"

namespace hearsay {

/// Corrects the kinds of names of one word by the company they keep elsewhere. `mentions` are base phrases, their
/// ranges not yet extended. Linear.
void spread_kinds(const Language& language, const Tags& tags, std::vector<Mention>& mentions);

}  // namespace hearsay
