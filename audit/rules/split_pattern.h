// A written pattern split at its anchor: what lies left of it, the anchor, what lies right. Alternatives that hold the
// anchor become one split each; everything else stays as written.
#pragma once

#include <cstdint>
#include <vector>

#include "language/closed_words.h"
#include "rules/rule.h"

namespace hearsay {

/// A step of a split, in text order.
struct SplitItem {
  enum class Kind : std::uint8_t { element, open, close, skip, group };
  Kind kind = Kind::element;
  const Element* element = nullptr;  // kind element
  Slot slot = Slot::source;          // open, close
};

struct PatternSplit {
  std::vector<SplitItem> left;
  const Element* anchor = nullptr;  // a word, a mark, a lexeme or a cue with lex
  std::vector<SplitItem> right;
  std::uint32_t slots = 0;  // slots open at the anchor, a bit per Slot
};

inline constexpr std::size_t kMaxSplits = 64;

/// At least one split for a pattern that check_pattern accepts; they point into `elements`. More than kMaxSplits: too
/// many alternatives hold the anchor, the rest is left out. `closed`: the language's, some of which anchor poorly.
[[nodiscard]] std::vector<PatternSplit> split_pattern(const std::vector<Element>& elements, const ClosedWords& closed);

/// The elements of invert="true": the source goes after the cue, what may be absent after the cue goes. Empty where
/// source or cue do not stand in the order that can be inverted.
[[nodiscard]] std::vector<Element> inverted(const std::vector<Element>& elements);

}  // namespace hearsay
