// What pronouns and descriptions ("the minister", "the company", "his office") refer to, from gender, number, nearness,
// place in the sentence and who spoke last. Bounded: each looks back over the last few mentions only.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"

namespace hearsay {

/// Goes over all mentions in text order and joins every one it can to an entity. `speaks` tells per mention whether it
/// is the source of an attribution. First-person pronouns are left to whoever knows the quotations.
void resolve_anaphora(const Language& language, const Mentions& mentions, const std::vector<std::uint8_t>& speaks,
                      EntityTable& table);

}  // namespace hearsay
