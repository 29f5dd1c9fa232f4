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

constexpr std::size_t lane_of(std::size_t label, std::size_t memory) {
  return label * kMemories + memory;
}
constexpr std::size_t lane_of(SpanState state) {
  return lane_of(state.label, state.memory);
}
constexpr std::size_t kStartLane = 0;  // outside, nothing seen

// A label's four memories at once; the compilers know these as vectors.
static_assert(kMemories == 4);
using Four = float __attribute__((vector_size(16)));
using FourBits = std::int32_t __attribute__((vector_size(16)));

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

/// e to the power of numbers that are not above 0; 0 below -87. Within two units of the last place.
Four exp_of(Four x) {
  constexpr float kRound = 12582912.0F;  // added and taken away again: no digits behind the point are left
  const Four whole = (x * all(1.44269504F) + all(kRound)) - all(kRound);
  const Four rest = (x - whole * all(0.693359375F)) - whole * all(-2.12194440e-4F);
  Four series = all(1.9875691500e-4F);
  for (const float next : {1.3981999507e-3F, 8.3334519073e-3F, 4.1665795894e-2F, 1.6666665459e-1F, 5.0000001201e-1F})
    series = series * rest + all(next);
  series = series * rest * rest + rest + all(1.0F);
  // The powers of two go straight to the exponent's bits.
  FourBits bits;
  const FourBits power = __builtin_convertvector(x < all(-87.0F) ? all(0) : whole, FourBits) * (1 << 23);
  std::memcpy(&bits, &series, sizeof bits);
  bits += power;
  std::memcpy(&series, &bits, sizeof series);
  return x < all(-87.0F) ? all(0) : series;
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

/// All steps to one label.
template <class Way, Side side, std::size_t to>
Four arrive(const Lanes& before, const StepTable::Steps& steps) {
  Four arrived = all(Way::kEmpty);
  const auto join = [&](std::size_t from) {
    arrived = Way::join(arrived, Way::onward(four_at(&before[lane_of(from, 0)]), four_at(steps[from][to].data())));
  };
  [&]<std::size_t... from>(std::index_sequence<from...>) {
    ((may_follow(side, from, to) ? join(from) : void()), ...);
  }
  (std::make_index_sequence<kSpanLabels>());
  // Begin labels bring another memory.
  if (to == kSourceBegin) return Four{Way::kEmpty, Way::kEmpty, arrived[0], arrived[1]};
  if (to == kContentBegin) {
    const Four both = Way::join(arrived, Four{arrived[1], arrived[0], arrived[3], arrived[2]});
    return Four{Way::kEmpty, both[1], Way::kEmpty, both[3]};
  }
  return arrived;
}

template <class Way, Side side>
void advance_on(const Lanes& before, const StepTable::Steps& steps, const Emission& here, Lanes& now) {
  const auto label = [&]<std::size_t to>(std::integral_constant<std::size_t, to>) {
    const Four score = Way::onward(arrive<Way, side, to>(before, steps), all(here[to]));
    put(Way::kEmpty < 0 ? Way::join(all(Way::kEmpty), score) : score, &now[lane_of(to, 0)]);
  };
  [&]<std::size_t... to>(std::index_sequence<to...>) {
    (label(std::integral_constant<std::size_t, to>()), ...);
  }
  (std::make_index_sequence<kSpanLabels>());
}

/// One unit onwards, by Best or Sum; `now` is not `before`.
template <class Way>
void advance(Side side, const Lanes& before, const StepTable::Steps& steps, const Emission& here, Lanes& now) {
  switch (side) {
    case Side::left:
      return advance_on<Way, Side::left>(before, steps, here, now);
    case Side::head:
      return advance_on<Way, Side::head>(before, steps, here, now);
    case Side::right:
      return advance_on<Way, Side::right>(before, steps, here, now);
  }
}

/// The labels that may stand before another.
struct Before {
  std::array<std::uint8_t, kSpanLabels> labels{};
  std::uint8_t count = 0;
};
constexpr std::array<std::array<Before, kSpanLabels>, 3> make_before() {
  std::array<std::array<Before, kSpanLabels>, 3> all_before;
  for (std::size_t side = 0; side < 3; ++side) {
    for (std::uint8_t to = 0; to < kSpanLabels; ++to) {
      Before& before = all_before[side][to];
      for (std::uint8_t from = 0; from < kSpanLabels; ++from) {
        if (may_follow(static_cast<Side>(side), from, to)) before.labels[before.count++] = from;
      }
    }
  }
  return all_before;
}
constexpr auto kBefore = make_before();

}  // namespace

StepTable::StepTable(const ModelNumbers& numbers) {
  for (std::size_t zone = 0; zone < kZones; ++zone) {
    for (auto& from : log[zone]) {
      for (auto& to : from) to.fill(kNever);
    }
    linear[zone] = {};
    for (const SpanStep& step : span_steps(side_of(static_cast<std::uint8_t>(zone)))) {
      const SpanState from = step.from == kStartState ? SpanState{} : span_states()[step.from];
      const std::uint8_t to = span_states()[step.to].label;
      const float score = numbers.transition[zone * kSpanLabels * kSpanLabels + step.transition] +
                          numbers.memory[zone * kSpanLabels * kMemories + step.memory];
      log[zone][from.label][to][from.memory] = score;
      linear[zone][from.label][to][from.memory] = std::exp(score);
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
    advance<Best>(side_of(zones_[unit]), best_[unit], steps_->log[zones_[unit]], emissions_[unit], best_[unit + 1]);
  }
}

template <class Visit>
void SpanLattice::each_before(std::size_t unit, std::size_t lane, const Visit& visit) const {
  const std::size_t label = lane / kMemories;
  const std::size_t memory = lane % kMemories;
  // Begin labels come from another memory too, or only from another.
  const std::size_t most = label == kSourceBegin ? memory - 2 : memory;
  const std::size_t least = label == kContentBegin ? memory - 1 : most;
  const Before& before = kBefore[static_cast<std::size_t>(side_of(zones_[unit]))][label];
  for (std::size_t i = 0; i < before.count; ++i) {
    const std::size_t from = before.labels[i];
    for (std::size_t m = least; m <= most; ++m) {
      const float step = steps_->log[zones_[unit]][from][label][m];
      visit(lane_of(from, m), best_[unit][lane_of(from, m)] + step, step);
    }
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

SpanLattice::End SpanLattice::best_end() {
  End end;
  if (emissions_.empty()) return end;
  reach();
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    if (!may_end(s)) continue;
    const SpanState state = span_states()[s];
    const float score = best_.back()[lane_of(state)] + steps_->final_log[state.memory];
    if (score > end.score) end = {score, lane_of(state)};
  }
  if (end.score <= kForbidden / 2) end = {};
  return end;
}

float SpanLattice::best_score() {
  return best_end().score;
}

float SpanLattice::best(std::vector<std::uint8_t>& labels) {
  labels.clear();
  const End end = best_end();
  if (end.score <= kForbidden / 2) return kForbidden;
  std::size_t lane = end.lane;
  const std::size_t size = emissions_.size();
  labels.resize(size);
  for (std::size_t unit = size; unit-- > 0;) {
    labels[unit] = static_cast<std::uint8_t>(lane / kMemories);
    if (unit > 0) lane = way_to(unit, lane).from;
  }
  return end.score;
}

float SpanLattice::score_of(const std::vector<std::uint8_t>& labels) const {
  float score = 0;
  std::size_t from = kOutside;
  std::size_t memory = 0;
  for (std::size_t unit = 0; unit < labels.size(); ++unit) {
    const std::size_t to = labels[unit];
    score += steps_->log[zones_[unit]][from][to][memory];
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
  trunk_.resize(size);
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
      if (found == 0) {
        trunk_[unit].lane = static_cast<std::uint8_t>(lane);
      } else if (trunk_[unit].lane == lane && turn.score - trunk_[unit].loss < least - kRounding) {
        // From here on it is the best sequence, and no step off that one leads to another of the few.
        std::copy_n(few.front().labels.begin(), unit + 1, labels.begin());
        break;
      }
      const std::size_t label = lane / kMemories;
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
      after += steps_->log[zones_[unit]][way.from / kMemories][label][way.from % kMemories];
      lane = way.from;
    }
    if (found == 0) {
      float loss = std::numeric_limits<float>::infinity();
      for (std::size_t unit = 0; unit < size; ++unit) {
        if (unit > 0) loss = std::min(loss, way_to(unit, trunk_[unit].lane).loss);
        trunk_[unit].loss = loss;
      }
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
  double product = 1;  // of sums whose logarithms are still to be added: one logarithm for many
  Lanes start{};
  start[kStartLane] = 1;
  const Lanes* before = &start;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const float top = *std::max_element(emissions_[unit].begin(), emissions_[unit].end());
    for (std::size_t label = 0; label < kSpanLabels; label += 4)
      put(exp_of(four_at(&emissions_[unit][label]) - all(top)), &scaled_[unit][label]);
    Lanes& now = forward_[unit];
    advance<Sum>(side_of(zones_[unit]), *before, steps_->linear[zones_[unit]], scaled_[unit], now);
    Four four{};
    for (std::size_t lane = 0; lane < kLanes; lane += 4) four += four_at(&now[lane]);
    const float sum = (four[0] + four[1]) + (four[2] + four[3]);
    sums_[unit] = sum;
    if (!(sum > 0)) return kForbidden;
    const Four inverse = all(1 / sum);
    for (std::size_t lane = 0; lane < kLanes; lane += 4) put(four_at(&now[lane]) * inverse, &now[lane]);
    before = &now;
    total += static_cast<double>(top);
    product *= static_cast<double>(sum);
    if (product < 1e-100 || product > 1e100) {
      total += std::log(product);
      product = 1;
    }
  }
  total += std::log(product);
  double last = 0;
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    const SpanState state = span_states()[s];
    if (may_end(s))
      last += static_cast<double>((*before)[lane_of(state)]) * static_cast<double>(steps_->final_linear[state.memory]);
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
      const float weight = weights[from.label][states[step.to].label][from.memory];
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
