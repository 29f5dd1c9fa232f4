// A reason for a withheld name in a sentence of its own: "Both spoke on condition of anonymity because …". It belongs
// to what those people said beside it.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/reading.h"

namespace hearsay {

/// Marks the attributions whose sources such a sentence speaks of, and gives them its reason. `modifiers` by begin,
/// `attributions` in text order.
void spread_anonymity(const Reading& reading, const std::vector<const Match*>& modifiers, Attributions& attributions);

}  // namespace hearsay
