// A cue as the evidence reads it, for find_attributions to join with what the rules found. Not here: who makes them
// (evidence.h).
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"

namespace hearsay {

/// A cue with its source and content.
struct Proposal {
  std::uint32_t head = 0;           // token that carries the cue's meaning
  float cue_probability = 0;        // that `head` heads a cue, calibrated, 0…1
  float span_probability = 0;       // of source, cue and content as given, among all labellings of the window
  TokenRange source;                // empty: none
  TokenRange cue;                   // empty, as is all else, in a quotation, where the evidence reads nothing
  std::vector<TokenRange> content;  // in text order, disjoint
  bool nested = false;              // its head lies in a span of a proposal of higher probability
};

}  // namespace hearsay
