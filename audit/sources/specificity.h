// How much the reader is told of a source that is not named, as a step of the ladder (source.h). What is not told is
// not guessed: a word that could mean two things raises nobody.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/source.h"

namespace hearsay {

/// Of a source with these mentions, by these attributions of its own. The highest step any of them reaches.
[[nodiscard]] Specificity specificity_of(const Language& language, const std::vector<const Mention*>& mentions,
                                         const std::vector<const Attribution*>& says);

/// "anyone who votes", "those who want peace": a kind of people rather than somebody in particular.
[[nodiscard]] bool is_generic(const Language& language, const Mention& mention);

}  // namespace hearsay
