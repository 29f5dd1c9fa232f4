// How likely each token heads a cue, by logistic regression. Tokens that cannot be cues cost a comparison.
#pragma once

#include <cstdint>
#include <vector>

#include "evidence/frame.h"
#include "evidence/weights.h"
#include "tokens/token.h"

namespace hearsay {

/// Whether the cue score looks at a token: outside quotations, of a fitting tag, and its stem has headed cues before
/// (or it is a verb beside a quotation or `that`, or a rule reads it).
[[nodiscard]] bool can_be_cue(const Frames& frames, std::uint32_t token, float least_rate);

/// Per token the probability 0…1 that it heads a cue; 0 for tokens that were not scored.
[[nodiscard]] std::vector<float> score_cues(const Text& text, const Frames& frames, const Model& model);

}  // namespace hearsay
