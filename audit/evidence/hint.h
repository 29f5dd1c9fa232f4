// What a rule reads at a cue, as the evidence hears it: features of the cue score and of the span model, never the last
// word. Rules are known by the hash of their id; one that a model was not trained with still speaks by its family and
// surety.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "evidence/nominal.h"

namespace hearsay {

/// What a run of tokens may be. A mask with one bit requires it.
enum SpanRole : std::uint8_t { kRoleNone = 1, kRoleSource = 2, kRoleCue = 4, kRoleContent = 8, kRoleAny = 15 };
struct SpanMask {
  TokenRange tokens;
  std::uint8_t allowed = kRoleAny;  // bits of SpanRole
};

/// On which sides of the cue the rule found content.
enum class HintOrder : std::uint8_t { none, before, after, around };

/// A cue that a rule reads, with what the rule knows of the words around it.
struct Hint {
  std::uint32_t head = 0;    // token
  std::uint32_t rule = 0;    // hash_of its id; 0: unknown
  std::uint32_t family = 0;  // hash_of the id up to its first dot
  std::uint8_t surety = 0;   // the rule's stated confidence in fifths, 1 … 5
  HintOrder order = HintOrder::none;
  bool quoted = false;  // some of the content is
  TokenRange source, cue;
  std::vector<TokenRange> content;  // in text order, disjoint
  std::vector<SpanMask> masks;
};

/// By head, at most one for each.
using Hints = std::vector<Hint>;

/// What the stages before tell the evidence: what rules read, and the noun phrases.
struct UpstreamHints {
  Hints hints;
  Nominals nominals;  // one per token, or none where noun phrases are not known
};

}  // namespace hearsay
