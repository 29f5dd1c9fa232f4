// What stands beside an attribution and tells how it was said: medium, relay, hearer, the reason for a withheld name.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/reading.h"

namespace hearsay {

/// Matches of modifier rules, by begin; the longest of those that begin at one token.
[[nodiscard]] std::vector<const Match*> modifier_matches(const Program& program, const std::vector<Match>& matches);

/// The medium that the words of a match name, else the one its pattern states; none where it names none.
[[nodiscard]] Medium medium_of(const Reading& reading, const Match& match);

/// Adds to `attribution` what the modifiers in its sentence say. `tag` is source and cue together.
void apply_modifiers(const Reading& reading, const std::vector<const Match*>& modifiers, TokenRange tag,
                     Attribution& attribution);

}  // namespace hearsay
