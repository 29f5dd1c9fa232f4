// Phrases joined by "and": the whole is a mention of its own, beside its parts.
#pragma once

#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"

namespace hearsay {

/// "X and Y", "X, Y and Z" of phrases that can be sources; each a mention with `compound` set.
[[nodiscard]] std::vector<Mention> find_compounds(const Language& language, const std::vector<Mention>& mentions);

}  // namespace hearsay
