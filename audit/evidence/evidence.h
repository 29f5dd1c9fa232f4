// What the evidence says of cues: how likely each is one, and where its source and content lie. The rules hand in hints, attach
// joins the answer with what the rules found.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "evidence/weights.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// What a run of tokens may be. A mask with one bit requires it.
enum SpanRole : std::uint8_t { kRoleNone = 1, kRoleSource = 2, kRoleCue = 4, kRoleContent = 8, kRoleAny = 15 };
struct SpanMask {
  TokenRange tokens;
  std::uint8_t allowed = kRoleAny;  // bits of SpanRole
};

/// A cue that a rule reads, with what the rule knows of the words around it.
struct Hint {
  std::uint32_t head = 0;           // token
  std::vector<SpanMask> masks;
};

/// A cue with its source and content.
struct Proposal {
  std::uint32_t head = 0;      // token that carries the cue's meaning
  float cue_probability = 0;   // that `head` heads a cue, calibrated, 0…1
  float span_probability = 0;  // of source, cue and content as given, among all labellings of the window
  TokenRange source;           // empty: none
  TokenRange cue;
  std::vector<TokenRange> content;  // in text order, disjoint
  bool nested = false;              // its head lies in a span of a proposal of higher probability
};

struct ProposeOptions {
  float threshold = -1;  // least cue_probability; below 0: the model's own
  std::vector<Hint> hints;  // by head; their heads are read whatever their probability
};

/// In order of `head`. Linear in the text.
[[nodiscard]] std::vector<Proposal> propose(const Document& document, const Text& text, const Tags& tags,
                                            const Model& model, const ProposeOptions& options = {});

}  // namespace hearsay
