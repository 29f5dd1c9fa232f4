// What the calibration counts of an attribution: the traits that tell whether a careful reader would mark it.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/reading.h"
#include "rules/confidence.h"

namespace hearsay {

/// Sets entry, traits and confidence. `all` is in order of the cues and nested; matches[i] is where all[i] came from.
/// An attribution inside another's content is rated as if it stood alone: readers mark the outermost only, so that
/// nothing was counted of the inner ones.
void rate(const Reading& reading, const std::vector<const Match*>& matches, Attributions& all);

}  // namespace hearsay
