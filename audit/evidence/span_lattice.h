// The sums over all label sequences of one window: the best sequence, the weight of all, the expected counts for
// learning. Emissions and numbers come from outside; nothing here knows features.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "evidence/span_states.h"
#include "evidence/weights.h"

namespace hearsay {

/// Score of a forbidden label.
inline constexpr float kForbidden = -1e30F;

/// A unit's label scores; kForbidden where a mask says no.
using Emission = std::array<float, kSpanLabels>;

/// How many labellings of a window are weighed against each other.
inline constexpr std::size_t kFew = 8;
/// A labelling whose score is lower than the best by more is not among them.
inline constexpr float kFarBehind = 6;
struct RankedLabels {
  float score = kForbidden;
  std::vector<std::uint8_t> labels;
};

/// exp of ModelNumbers' steps, computed once per model rather than per cue.
struct StepTable {
  explicit StepTable(const ModelNumbers& numbers);
  std::array<std::vector<float>, kZones> log, linear;  // by zone, then step of span_steps
  /// log once more as [zone][from][to], never for steps that may not be: read in a row, four at a time.
  std::array<std::array<std::array<float, kSpanStates>, kSpanStates + 1>, kZones> dense;
  std::array<float, kMemories> final_log{}, final_linear{};
};

[[nodiscard]] constexpr std::size_t zone_of(Side side, bool starts_sentence) {
  return static_cast<std::size_t>(side) + (starts_sentence ? 3U : 0U);
}

/// Expected counts of the numbers, as a gradient of the log of the sum.
struct ExpectedNumbers {
  std::array<float, kZones * kSpanLabels * kSpanLabels> transition{};
  std::array<float, kZones * kSpanLabels * kMemories> memory{};
  std::array<float, kMemories> final{};
};

/// Working memory, kept from window to window.
class SpanLattice {
 public:
  /// `zones` and `emissions` per unit; `head` is the head's unit. Valid until the next call.
  void set(std::span<const std::uint8_t> zones, std::span<const Emission> emissions, const StepTable& steps);

  /// The best sequence of labels, and its score; kForbidden and no labels where masks leave none.
  float best(std::vector<std::uint8_t>& labels);
  /// The few best sequences, the best first, none far behind it; `few` is reused. None where masks leave none.
  void best_few(std::vector<RankedLabels>& few);
  /// log of the sum over all sequences; kForbidden where there is none.
  [[nodiscard]] double log_sum();
  /// Needs log_sum before: probability of each label per unit, and of each step.
  void expect(std::vector<Emission>& labels, ExpectedNumbers& numbers);

 private:
  std::span<const std::uint8_t> zones_;
  std::span<const Emission> emissions_;
  const StepTable* steps_ = nullptr;
  std::vector<std::array<float, kSpanStates + 1>> best_;
  struct Cell {
    float score = kForbidden;
    std::uint8_t from = 0, rank = 0;
  };
  using Cells = std::array<Cell, kFew>;  // the best first
  std::vector<std::array<Cells, kSpanStates + 1>> few_;
  std::vector<std::array<float, kSpanStates>> rest_;
  std::vector<std::uint8_t> best_labels_;
  std::vector<std::array<float, kSpanStates>> forward_;
  std::vector<Emission> scaled_;
  std::vector<float> sums_;
};

}  // namespace hearsay
