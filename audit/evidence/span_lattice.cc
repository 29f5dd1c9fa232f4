// best: forwards over the units, then back along one way. best_few: back along the best way; each step not taken there
// is the end of another sequence, whose beginning is best already and whose score is known before it is walked.
// Forward sums are rescaled at each unit, so they stay in float's range whatever the window's length.
#include "evidence/span_lattice.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace hearsay {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr float kRounding = 0.01F;  // by which sums in another order may differ

Side side_of(std::uint8_t zone) {
  return static_cast<Side>(zone % 3);
}

std::size_t lane_of(std::size_t label, std::size_t memory) {
  return memory * kSpanLabels + label;
}
std::size_t lane_of(SpanState state) {
  return lane_of(state.label, state.memory);
}
constexpr std::size_t kStartLane = 0;  // outside, nothing seen

// Four lanes at once; the compilers know these as vectors.
using Four = float __attribute__((vector_size(16)));

Four four_at(const float* lanes) {
  Four four;
  std::memcpy(&four, lanes, sizeof four);
  return four;
}
void put(Four four, float* lanes) {
  std::memcpy(lanes, &four, sizeof four);
}
Four all(float one) {
  return Four{one, one, one, one};
}

struct Best {
  static constexpr float kEmpty = kForbidden;
  static Four join(Four a, Four b) { return a > b ? a : b; }
  static Four onward(Four a, Four b) { return a + b; }
};
struct Sum {
  static constexpr float kEmpty = 0;
  static Four join(Four a, Four b) { return a + b; }
  static Four onward(Four a, Four b) { return a * b; }
};

/// One unit onwards, by Best or Sum.
template <class Way>
void advance(const Lanes& before, const StepTable::Steps& steps, const Emission& here, Lanes& now) {
  static_assert(kSpanLabels == 8);
  const Four empty = all(Way::kEmpty);
  Lanes out;
  for (std::size_t memory = 0; memory < kMemories; ++memory) {
    Four low = empty;
    Four high = empty;
    for (std::size_t from = 0; from < kSpanLabels; ++from) {
      const float start = before[lane_of(from, memory)];
      if (start <= Way::kEmpty) continue;
      const float* row = steps[memory][from].data();
      low = Way::join(low, Way::onward(all(start), four_at(row)));
      high = Way::join(high, Way::onward(all(start), four_at(row + 4)));
    }
    put(low, &out[lane_of(0, memory)]);
    put(high, &out[lane_of(4, memory)]);
  }
  // Begin labels bring another memory.
  const auto begins = [&](std::size_t label, std::size_t memory) -> float& { return out[lane_of(label, memory)]; };
  for (const std::size_t memory : {0U, 1U}) {
    begins(kSourceBegin, memory + 2) = begins(kSourceBegin, memory);
    begins(kSourceBegin, memory) = Way::kEmpty;
  }
  for (const std::size_t memory : {0U, 2U}) {
    const Four both = Way::join(all(begins(kContentBegin, memory)), all(begins(kContentBegin, memory + 1)));
    begins(kContentBegin, memory + 1) = both[0];
    begins(kContentBegin, memory) = Way::kEmpty;
  }
  for (std::size_t lane = 0; lane < kLanes; lane += 4) {
    const Four score = Way::onward(four_at(&out[lane]), four_at(&here[lane % kSpanLabels]));
    put(Way::kEmpty < 0 ? Way::join(empty, score) : score, &now[lane]);
  }
}

}  // namespace

StepTable::StepTable(const ModelNumbers& numbers) {
  for (std::size_t zone = 0; zone < kZones; ++zone) {
    for (auto& memory : log[zone]) {
      for (auto& row : memory) row.fill(kNever);
    }
    linear[zone] = {};
    for (const SpanStep& step : span_steps(side_of(static_cast<std::uint8_t>(zone)))) {
      const SpanState from = step.from == kStartState ? SpanState{} : span_states()[step.from];
      const std::uint8_t to = span_states()[step.to].label;
      const float score = numbers.transition[zone * kSpanLabels * kSpanLabels + step.transition] +
                          numbers.memory[zone * kSpanLabels * kMemories + step.memory];
      log[zone][from.memory][from.label][to] = score;
      linear[zone][from.memory][from.label][to] = std::exp(score);
    }
  }
  for (std::size_t i = 0; i < final_log.size(); ++i) {
    final_log[i] = numbers.final[i];
    final_linear[i] = std::exp(numbers.final[i]);
  }
}

void SpanLattice::set(std::span<const std::uint8_t> zones, std::span<const Emission> emissions,
                      const StepTable& steps) {
  zones_ = zones;
  emissions_ = emissions;
  steps_ = &steps;
  reached_ = false;
}

void SpanLattice::reach() {
  if (reached_) return;
  reached_ = true;
  ways_.assign(emissions_.size(), {});
  best_.resize(emissions_.size() + 1);
  best_[0].fill(kForbidden);
  best_[0][kStartLane] = 0;
  for (std::size_t unit = 0; unit < emissions_.size(); ++unit) {
    advance<Best>(best_[unit], steps_->log[zones_[unit]], emissions_[unit], best_[unit + 1]);
  }
}

const SpanLattice::Way& SpanLattice::way_to(std::size_t unit, std::size_t lane) {
  Way& way = ways_[unit][lane];
  if (way.known) return way;
  way.known = true;
  float top = kNever;
  float second = kNever;
  each_before(unit, lane, [&](std::size_t one, float score, float) {
    if (score > top) {
      second = top;
      top = score;
      way.from = static_cast<std::uint8_t>(one);
    } else {
      second = std::max(second, score);
    }
  });
  way.loss = top - second;
  return way;
}

float SpanLattice::best(std::vector<std::uint8_t>& labels) {
  const std::size_t size = emissions_.size();
  labels.clear();
  if (size == 0) return kForbidden;
  reach();
  std::size_t lane = 0;
  float best = kForbidden;
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    if (!may_end(s)) continue;
    const SpanState state = span_states()[s];
    const float score = best_[size][lane_of(state)] + steps_->final_log[state.memory];
    if (score > best) {
      best = score;
      lane = lane_of(state);
    }
  }
  if (best <= kForbidden / 2) return kForbidden;
  labels.resize(size);
  for (std::size_t unit = size; unit-- > 0;) {
    labels[unit] = static_cast<std::uint8_t>(lane % kSpanLabels);
    if (unit > 0) lane = way_to(unit, lane).from;
  }
  return best;
}

float SpanLattice::score_of(const std::vector<std::uint8_t>& labels) const {
  float score = 0;
  std::size_t from = kOutside;
  std::size_t memory = 0;
  for (std::size_t unit = 0; unit < labels.size(); ++unit) {
    const std::size_t to = labels[unit];
    score += steps_->log[zones_[unit]][memory][from][to];
    score += emissions_[unit][to];
    if (to == kSourceBegin) memory += 2;
    if (to == kContentBegin) memory |= 1U;
    from = to;
  }
  return score + steps_->final_log[memory];
}

void SpanLattice::best_few(std::vector<RankedLabels>& few) {
  const std::size_t size = emissions_.size();
  std::size_t count = 0;
  turns_.clear();
  float least = kForbidden / 2;  // no sequence below it is wanted
  const auto add = [&](Turn turn) {
    if (turn.score < least) return;
    if (turns_.size() + count >= kFew) {
      if (turns_.empty() || turn.score <= turns_.back().score) return;
      turns_.pop_back();
    }
    const auto at = std::upper_bound(turns_.begin(), turns_.end(), turn,
                                     [](const Turn& a, const Turn& b) { return a.score > b.score; });
    turns_.insert(at, turn);
    if (turns_.size() + count >= kFew) least = std::max(least, turns_.back().score);
  };
  if (size > 0) {
    reach();
    for (std::size_t s = 0; s < kSpanStates; ++s) {
      if (!may_end(s)) continue;
      const SpanState state = span_states()[s];
      const float after = steps_->final_log[state.memory];
      add({.score = best_[size][lane_of(state)] + after,
           .after = after,
           .units = static_cast<std::uint32_t>(size),
           .lane = static_cast<std::uint8_t>(lane_of(state))});
    }
  }
  if (!turns_.empty()) least = std::max(least, turns_.front().score - kFarBehind);
  while (!turns_.empty() && turns_.front().score >= least) {
    const Turn turn = turns_.front();
    turns_.erase(turns_.begin());
    if (few.size() <= count) few.emplace_back();
    std::vector<std::uint8_t>& labels = few[count].labels;
    if (turn.units < size) {
      labels = few[turn.found].labels;
    } else {
      labels.resize(size);
    }
    const auto found = static_cast<std::uint8_t>(count++);
    float after = turn.after;
    std::size_t lane = turn.lane;
    for (std::size_t unit = turn.units; unit-- > 0;) {
      const std::size_t label = lane % kSpanLabels;
      labels[unit] = static_cast<std::uint8_t>(label);
      if (unit == 0) break;
      after += emissions_[unit][label];
      const Way& way = way_to(unit, lane);
      if (turn.score - way.loss >= least - kRounding) {
        each_before(unit, lane, [&](std::size_t one, float score, float step) {
          if (one == way.from || score + after < least) return;
          add({.score = score + after,
               .after = step + after,
               .units = static_cast<std::uint32_t>(unit),
               .lane = static_cast<std::uint8_t>(one),
               .found = found});
        });
      }
      const std::size_t memory = way.from / kSpanLabels;
      after += steps_->log[zones_[unit]][memory][way.from % kSpanLabels][label];
      lane = way.from;
    }
  }
  few.resize(count);
  for (RankedLabels& one : few) one.score = score_of(one.labels);
  for (std::size_t i = 1; i < count; ++i) {
    for (std::size_t k = i; k > 0 && few[k - 1].score < few[k].score; --k) std::swap(few[k - 1], few[k]);
  }
}

double SpanLattice::log_sum() {
  const std::size_t size = emissions_.size();
  if (size == 0) return kForbidden;
  forward_.resize(size);
  scaled_.resize(size);
  sums_.resize(size);
  double total = 0;
  Lanes before{};
  before[kStartLane] = 1;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const float top = *std::max_element(emissions_[unit].begin(), emissions_[unit].end());
    for (std::size_t label = 0; label < kSpanLabels; ++label)
      scaled_[unit][label] = std::exp(emissions_[unit][label] - top);
    Lanes& now = forward_[unit];
    advance<Sum>(before, steps_->linear[zones_[unit]], scaled_[unit], now);
    std::array<float, 4> sums;
    Four four{};
    for (std::size_t lane = 0; lane < kLanes; lane += 4) four += four_at(&now[lane]);
    put(four, sums.data());
    float sum = 0;
    for (const float one : sums) sum += one;
    sums_[unit] = sum;
    if (!(sum > 0)) return kForbidden;
    const float inverse = 1 / sum;
    for (float& share : now) share *= inverse;
    before = now;
    total += std::log(static_cast<double>(sum)) + static_cast<double>(top);
  }
  double last = 0;
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    const SpanState state = span_states()[s];
    if (may_end(s))
      last += static_cast<double>(before[lane_of(state)]) * static_cast<double>(steps_->final_linear[state.memory]);
  }
  return last > 0 ? total + std::log(last) : static_cast<double>(kForbidden);
}

void SpanLattice::expect(std::vector<Emission>& labels, ExpectedNumbers& numbers) {
  const std::size_t size = emissions_.size();
  const std::span<const SpanState> states = span_states();
  labels.assign(size, Emission{});
  numbers = {};
  std::array<float, kSpanStates> backward{};
  float last = 0;
  for (std::size_t s = 0; s < states.size(); ++s) {
    backward[s] = may_end(s) ? steps_->final_linear[states[s].memory] : 0.0F;
    last += forward_[size - 1][lane_of(states[s])] * backward[s];
  }
  for (std::size_t s = 0; s < states.size(); ++s) {
    backward[s] /= last;
    numbers.final[states[s].memory] += forward_[size - 1][lane_of(states[s])] * backward[s];
  }
  for (std::size_t unit = size; unit-- > 0;) {
    for (std::size_t s = 0; s < states.size(); ++s)
      labels[unit][states[s].label] += forward_[unit][lane_of(states[s])] * backward[s];
    const std::size_t zone = zones_[unit];
    const std::span<const SpanStep> steps = span_steps(side_of(zones_[unit]));
    const StepTable::Steps& weights = steps_->linear[zone];
    std::array<float, kSpanStates> before{};
    for (const SpanStep& step : steps) {
      const bool start = step.from == kStartState;
      if (start != (unit == 0)) continue;
      const SpanState from = start ? SpanState{} : states[step.from];
      const float weight = weights[from.memory][from.label][states[step.to].label];
      const float onward = weight * scaled_[unit][states[step.to].label] * backward[step.to] / sums_[unit];
      const float whole = onward * (start ? 1.0F : forward_[unit - 1][lane_of(from)]);
      numbers.transition[zone * kSpanLabels * kSpanLabels + step.transition] += whole;
      numbers.memory[zone * kSpanLabels * kMemories + step.memory] += whole;
      if (!start) before[step.from] += onward;
    }
    backward = before;
  }
}

}  // namespace hearsay
