// Chains: how each attribution's words reached the article. article ← relay ← … ← origin. Acyclic by construction.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "base/span.h"
#include "trace/thread.h"

namespace hearsay {

/// One step away from the article.
struct Hop {
  std::uint32_t source = kNone;       // index into Sources::all; kNone: the article names nobody here
  Medium medium = Medium::none;       // in what it reached the hop before
  std::uint32_t attribution = kNone;  // the attribution that says so
};

/// The chain of one attribution; hops.front() is nearest to the article, hops.back() the origin.
struct Chain {
  std::vector<std::uint32_t> agencies;  // before the hops: indices into Document::agencies whose story this is, from
                                        // the outlet outwards; one that is a hop itself is left out
  std::vector<Hop> hops;                // never empty: an unstated origin is a hop with source kNone
  bool traced = false;                  // the origin is named and no hop is anonymous or unstated
  char weakest = 'F';                   // lowest reliability on the way, Admiralty A–F
  std::vector<std::uint32_t> links;     // indices into Document::links that carry the evidence
};

struct Trace {
  std::vector<Chain> chains;          // per attribution
  std::vector<std::uint32_t> origin;  // per attribution: the same number for chains that end at one origin
  std::vector<Signature> signatures;  // per attribution: keys for threads across articles; empty: none are made
};

}  // namespace hearsay
