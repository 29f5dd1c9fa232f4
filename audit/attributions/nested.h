// What somebody says that others said: the readings whose cues lie in another's content or in a quotation.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/candidate.h"
#include "attributions/reading.h"

namespace hearsay {

/// A rule's reading of a cue inside others' words.
struct InnerReading {
  std::uint32_t candidate = 0;  // index into the candidates
  double evidence = 0;          // what the evidence makes of its cue, 0…1; it learned from outermost cues alone
  double joined = 0;            // probability by evidence and rule
};

/// Those of `inner` that say who said what, cut to the content that they lie in. `kept` are the readings around them,
/// none of whose sources and cues they take. In order of the candidates.
[[nodiscard]] std::vector<Candidate> nested(const Reading& reading, const std::vector<Candidate>& candidates,
                                            const std::vector<InnerReading>& inner, const std::vector<Candidate>& kept);

/// Whether a reading in a quotation leads to no other voice: "I think", "we want" and "you know" are its speaker's own.
[[nodiscard]] bool is_echo(const Reading& reading, const Attribution& attribution);

}  // namespace hearsay
