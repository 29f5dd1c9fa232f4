// The facts that tell what an attribution, a source or a claim carries: charges, figures, minds, lead or tail, alone or
// beside others. They feed the judgement of what an editor would raise.
#pragma once

#include <cstdint>

#include "score/accusations.h"
#include "score/claims.h"
#include "score/find_facts.h"
#include "score/input.h"

namespace hearsay {

/// Fills them into `sheet`, which holds the other facts of attributions, sources, claims and accusations already. Near
/// linear.
void add_matter_facts(const ScoreInput& input, const FoundClaims& claims, const SourceUse& use,
                      const std::vector<Accusation>& accusations, FactSheet& sheet);

}  // namespace hearsay
