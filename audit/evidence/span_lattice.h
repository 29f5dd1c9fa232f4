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
inline constexpr float kFarBehind = 4;
struct RankedLabels {
  float score = kForbidden;
  std::vector<std::uint8_t> labels;
};

/// Lanes of a unit: label * kMemories + memory after it. Not every lane is a state.
inline constexpr std::size_t kLanes = kMemories * kSpanLabels;
using Lanes = std::array<float, kLanes>;

/// Steps as tables, computed once per model rather than per cue. A step does not change the memory but for the two
/// begin labels, so a pair of labels is stepped for all memories at once.
struct StepTable {
  explicit StepTable(const ModelNumbers& numbers);
  /// [from label][to label][memory before]
  using Steps = std::array<std::array<std::array<float, kMemories>, kSpanLabels>, kSpanLabels>;
  std::array<Steps, kZones> log;     // by zone; -infinity for a step that may not be
  std::array<Steps, kZones> linear;  // its exp
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

  /// The score of the best sequence of labels; kForbidden where masks leave none.
  [[nodiscard]] float best_score();
  /// The best sequence and its score; no labels where masks leave none.
  float best(std::vector<std::uint8_t>& labels);
  /// The few best sequences, the best first, none far behind it; `few` is reused. None where masks leave none.
  void best_few(std::vector<RankedLabels>& few);
  /// log of the sum over all sequences; kForbidden where there is none.
  [[nodiscard]] double log_sum();
  /// Needs log_sum before: probability of each label per unit, and of each step.
  void expect(std::vector<Emission>& labels, ExpectedNumbers& numbers);

 private:
  /// Where a way to the end leaves one already found.
  struct Turn {
    float score = 0;          // of the best sequence that takes it
    float after = 0;          // of the way from there to the end
    std::uint32_t units = 0;  // up to there
    std::uint8_t lane = 0;    // of the last of them
    std::uint8_t found = 0;   // among the few, the one whose end it takes
  };
  using Turns = std::vector<Turn>;  // the best first
  /// The best lane before another, found when it is asked for.
  struct Way {
    float loss = 0;  // what the second best is worse
    std::uint8_t from = 0;
    bool known = false;
  };

  /// The best sequence at a unit: its lane, and what the least costly step off it, here or before, loses.
  struct Trunk {
    float loss = 0;
    std::uint8_t lane = 0;
  };

  struct End {
    float score = kForbidden;
    std::size_t lane = 0;
  };

  void reach();
  [[nodiscard]] End best_end();
  /// visit(lane before, score with the step, step) for all lanes that lead to `lane` of a unit, which is not the first.
  template <class Visit>
  void each_before(std::size_t unit, std::size_t lane, const Visit& visit) const;
  const Way& way_to(std::size_t unit, std::size_t lane);
  [[nodiscard]] float score_of(const std::vector<std::uint8_t>& labels) const;

  std::span<const std::uint8_t> zones_;
  std::span<const Emission> emissions_;
  const StepTable* steps_ = nullptr;
  bool reached_ = false;
  std::vector<Lanes> best_;  // after as many units; where reached_
  std::vector<std::array<Way, kLanes>> ways_;
  Turns turns_;
  std::vector<Trunk> trunk_;
  std::vector<Lanes> forward_;
  std::vector<Emission> scaled_;
  std::vector<float> sums_;
};

}  // namespace hearsay
