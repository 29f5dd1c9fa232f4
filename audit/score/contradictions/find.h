// The contradictions of one article. They are meant to be rare and right: what could be explained by a second person,
// a change over time or a list that is not whole is left alone.
#pragma once

#include <vector>

#include "score/contradictions/contradiction.h"
#include "score/input.h"

namespace hearsay {

/// In order of their places. Near linear in the text; at most kMostContradictions of a kind.
inline constexpr std::size_t kMostContradictions = 20;
[[nodiscard]] std::vector<Contradiction> find_contradictions(const ScoreInput& input);

}  // namespace hearsay
