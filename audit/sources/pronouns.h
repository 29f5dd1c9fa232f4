// By which pronouns the text tells of a person: what it says in so many words, and no guess.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"

namespace hearsay {

/// The pronouns among the mentions of a person (indices into Mentions::all, in any order) that are at least this likely
/// to be meant for it, each in the form that the language gives first ("her" is "she"), in text order, once. Words of
/// one gender and its opposite for one person are a wrong reading somewhere: then there is none.
[[nodiscard]] std::vector<std::string> pronouns_of(const Language& language, const Mentions& mentions,
                                                   std::span<const std::uint32_t> of_it,
                                                   std::span<const float> certainty);

}  // namespace hearsay
