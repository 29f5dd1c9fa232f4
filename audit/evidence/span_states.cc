// The tables are made by the compiler.
#include "evidence/span_states.h"

#include <algorithm>

namespace hearsay {
namespace {

/// The memory after `label` follows a state of memory `before`, or kMemories where it may not.
constexpr std::size_t memory_after(std::uint8_t label, std::size_t before) {
  if (label == kSourceBegin) return before >= 2 ? kMemories : before + 2;
  return label == kContentBegin ? before | 1U : before;
}

struct Steps {
  std::array<SpanStep, 256> steps{};
  std::array<std::uint16_t, kSpanStates + 1> begins{};
  std::size_t count = 0;
};

struct Table {
  std::array<SpanState, kSpanStates> states{};
  std::size_t state_count = 0;
  std::array<Steps, 3> sides{};
};

constexpr Table make_table() {
  Table table;
  for (std::uint8_t label = 0; label < kSpanLabels; ++label) {
    for (std::uint8_t memory = 0; memory < kMemories; ++memory) {
      if ((label == kSourceBegin || label == kSourceInside) && memory < 2) continue;
      if (label >= kContentBegin && memory % 2 == 0) continue;
      table.states[table.state_count++] = {label, memory};
    }
  }
  for (std::size_t side = 0; side < 3; ++side) {
    Steps& steps = table.sides[side];
    for (std::size_t to = 0; to < kSpanStates; ++to) {
      steps.begins[to] = static_cast<std::uint16_t>(steps.count);
      const SpanState after = table.states[to];
      for (std::size_t from = 0; from <= kStartState; ++from) {
        const SpanState before = from == kStartState ? SpanState{} : table.states[from];
        if (!may_follow(static_cast<Side>(side), before.label, after.label)) continue;
        if (memory_after(after.label, before.memory) != after.memory) continue;
        steps.steps[steps.count++] = {static_cast<std::uint8_t>(from), static_cast<std::uint8_t>(to),
                                      static_cast<std::uint8_t>(before.label * kSpanLabels + after.label),
                                      static_cast<std::uint8_t>(after.label * kMemories + before.memory)};
      }
    }
    steps.begins[kSpanStates] = static_cast<std::uint16_t>(steps.count);
  }
  return table;
}

constexpr Table kTable = make_table();
static_assert(kTable.state_count == kSpanStates);

}  // namespace

std::span<const SpanState> span_states() {
  return kTable.states;
}
bool may_end(std::size_t state) {
  return kTable.states[state].label != kContentInside;
}
std::span<const SpanStep> span_steps(Side side) {
  const Steps& steps = kTable.sides[static_cast<std::size_t>(side)];
  return std::span(steps.steps).first(steps.count);
}
std::span<const std::uint16_t> span_step_begins(Side side) {
  return kTable.sides[static_cast<std::size_t>(side)].begins;
}

}  // namespace hearsay
