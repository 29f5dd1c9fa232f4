// What the calibration counts of an attribution: the traits that tell whether a careful reader would mark it.
#pragma once

#include <cstdint>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/reading.h"
#include "rules/confidence.h"

namespace hearsay {

/// What becomes of the confidence that attributions have when they are rated.
enum class Rating : std::uint8_t {
  calibrated,  // replaced by what the calibration says of rule, cue and traits
  given,       // kept: the evidence weighed it
};

/// Those that the match alone tells: the form and voice of the cue.
[[nodiscard]] Traits traits_of(const Match& match);

/// Adds the traits of place, source and content, and sets the confidence. `all` is in order of the cues and nested. An
/// attribution inside another's content is rated as if it stood alone: readers mark the outermost only, so that nothing
/// was counted of the inner ones.
void rate(const Reading& reading, Rating rating, Attributions& all);

}  // namespace hearsay
