// What findings and measures are made from: claims, who belongs together, how each source speaks, what contradicts
// itself, who is charged, and the facts.
#pragma once

#include <cstdint>
#include <vector>

#include "score/accusations.h"
#include "score/claims.h"
#include "score/contradictions/contradiction.h"
#include "score/find_facts.h"
#include "score/input.h"

namespace hearsay {

struct GatheredFacts {
  std::vector<std::uint32_t> voices;  // per source, as find_voices gives them
  FoundClaims claims;
  SourceUse use;
  std::vector<Contradiction> contradictions;
  std::vector<Accusation> accusations;
  FactSheet facts;
};

/// Near linear in the text.
[[nodiscard]] GatheredFacts gather_facts(const ScoreInput& input);

}  // namespace hearsay
