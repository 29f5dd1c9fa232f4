// Where rules of claims and of accusations matched. Written by whoever runs the program over the text, read by claims
// and accusations.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"

namespace hearsay {

/// The words that make a sentence checkable: "killed 12 people".
struct ClaimMark {
  std::uint32_t rule = kNone;  // index into Program::rules, of type claim
  TokenRange range;            // inside one sentence
};

/// The words by which somebody is charged: "accused the mayor of".
struct AccusationMark {
  TokenRange range;               // inside one sentence, the accused included
  std::uint32_t accused = kNone;  // index into Mentions::all
};

/// Each in text order.
struct ScoreMarks {
  std::vector<ClaimMark> claims;
  std::vector<AccusationMark> accusations;
};

}  // namespace hearsay
