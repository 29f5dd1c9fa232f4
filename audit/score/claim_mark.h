// Where a claim rule matched. Written by whoever runs the program over the text, read by claims.
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

/// In text order.
using ClaimMarks = std::vector<ClaimMark>;

}  // namespace hearsay
