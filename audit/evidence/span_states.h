// The labels of the span model and the order in which they may follow each other. A state is a label with what came
// before it: whether a source was seen, and a content. One source, one cue around the head, any contents.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "evidence/weights.h"

namespace hearsay {

enum SpanLabel : std::uint8_t {
  kOutside,
  kSourceBegin,
  kSourceInside,
  kCueBegin,
  kCueInside,
  kContentBegin,
  kContentInside,
  kContentEnd  // the last unit of a content of two or more: ends have features of their own
};

/// Where a unit stands to the head.
enum class Side : std::uint8_t { left, head, right };

[[nodiscard]] constexpr bool is_cue(std::uint8_t label) {
  return label == kCueBegin || label == kCueInside;
}
[[nodiscard]] constexpr bool is_begin(std::uint8_t label) {
  return label == kSourceBegin || label == kCueBegin || label == kContentBegin;
}
[[nodiscard]] constexpr bool is_inside(std::uint8_t label) {
  return label != kOutside && !is_begin(label) && label != kContentEnd;
}

/// Whether a unit on that side of the head may have the label `to` behind one of the label `from`. Few may: 24 of 64.
[[nodiscard]] constexpr bool may_follow(Side side, std::uint8_t from, std::uint8_t to) {
  if (from == kContentInside && to != kContentInside && to != kContentEnd) return false;
  if (to == kContentEnd && from != kContentBegin && from != kContentInside) return false;
  if (from == kContentEnd && to == kContentBegin) return false;
  if (is_inside(to) && from != to && from + 1 != to) return false;
  if (is_begin(to) && (from == to || from == to + 1)) return false;
  switch (side) {
    case Side::left:
      return !is_cue(from) || to == kCueInside;  // a cue once begun reaches the head
    case Side::head:
      return is_cue(to) && (!is_cue(from) || to == kCueInside);
    case Side::right:
      return to != kCueBegin;
  }
  return false;
}

/// A label with its memory after it: source seen * 2 + content seen.
struct SpanState {
  std::uint8_t label = kOutside;
  std::uint8_t memory = 0;
};
struct SpanStep {
  std::uint8_t from = 0;
  std::uint8_t to = 0;
  std::uint8_t transition = 0;  // from label * kSpanLabels + to label
  std::uint8_t memory = 0;      // to label * kMemories + memory before
};

inline constexpr std::size_t kSpanStates = 22;
inline constexpr std::uint8_t kStartState = kSpanStates;  // before the first unit: label outside, nothing seen

[[nodiscard]] std::span<const SpanState> span_states();
/// Whether a sequence may end in it: a content must have had its end.
[[nodiscard]] bool may_end(std::size_t state);
/// The steps into a unit on that side of the head, sorted by `to`.
[[nodiscard]] std::span<const SpanStep> span_steps(Side side);
/// Where the steps to a state begin in span_steps; one entry more marks the end.
[[nodiscard]] std::span<const std::uint16_t> span_step_begins(Side side);

}  // namespace hearsay
