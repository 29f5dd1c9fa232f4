// What pronouns and descriptions ("the minister", "the company", "his office") refer to. One pass in text order:
// whatever grammar leaves no choice for (a relative clause, a compound, "his campaign" told before) is joined outright,
// all else is chosen among the candidates by the weights of links.
#pragma once

#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/candidates.h"
#include "sources/entities.h"
#include "sources/link.h"

namespace hearsay {

/// Goes over all mentions in text order and joins every one it can to an entity; gives the certainty of each.
/// First-person pronouns are left to whoever knows the quotations. `choose` decides where there are several options.
[[nodiscard]] std::vector<float> resolve_anaphora(const LinkContext& context, const ChooseLink& choose,
                                                  EntityTable& table);

}  // namespace hearsay
