#include "score/gather.h"

#include <utility>

#include "score/contradictions/find.h"
#include "score/voices.h"

namespace hearsay {

GatheredFacts gather_facts(const ScoreInput& input) {
  std::vector<std::uint32_t> voices = find_voices(input.sources, *input.text.language);
  FoundClaims claims = find_claims(input, voices);
  SourceUse use = find_use(input, voices);
  std::vector<Contradiction> contradictions = find_contradictions(input);
  std::vector<Accusation> accusations = find_accusations(input);
  FactSheet facts = find_facts(input, claims, voices, use, contradictions, accusations);
  return {std::move(voices),         std::move(claims),      std::move(use),
          std::move(contradictions), std::move(accusations), std::move(facts)};
}

}  // namespace hearsay
