// The piece of text in which the source, the cue and the content of one cue are looked for, as a row of units. A
// quotation that does not hold the head is one unit: it is content whole or not at all.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "evidence/clauses.h"
#include "evidence/frame.h"
#include "tokens/token.h"

namespace hearsay {

/// A token, or a whole quotation.
struct Unit {
  TokenRange tokens;
  std::uint32_t quotation = kNone;  // kNone for a token
  std::uint32_t sentence = 0;       // in which it begins
  std::int32_t sentences_away = 0;  // from the head's
  std::int32_t paragraphs_away = 0;
  bool starts_sentence = false;
  UnitClause clause;
};

struct SpanWindow {
  std::vector<Unit> units;
  std::uint32_t head = 0;  // index of the head's unit
};

/// At most this many units to each side of the head, whatever the text.
inline constexpr std::uint32_t kMaxUnits = 90;

/// The sentence of `head`, with what a quotation joins to it: the sentence where a quotation at its start begins,
/// following sentences that open with a quotation. `window` is reused.
void span_window(const Text& text, const Frames& frames, std::uint32_t head, SpanWindow& window);

}  // namespace hearsay
