// Forward sums are rescaled at each unit, so they stay in float's range whatever the window's length.
#include "evidence/span_lattice.h"

#include <algorithm>
#include <cmath>

namespace hearsay {
namespace {

Side side_of(std::uint8_t zone) { return static_cast<Side>(zone % 3); }

/// States worse than the best by more are given up; no wide window needs more than a handful at a time.
constexpr float kBeam = 10.0F;
constexpr float kLeastShare = 1e-5F;

}  // namespace

StepTable::StepTable(const ModelNumbers& numbers) {
  for (std::size_t zone = 0; zone < kZones; ++zone) {
    for (const SpanStep& step : span_steps(side_of(static_cast<std::uint8_t>(zone)))) {
      const float score =
          numbers.transition[zone * kSpanLabels * kSpanLabels + step.transition] + numbers.memory[zone * kSpanLabels * 6 + step.memory];
      log[zone].push_back(score);
      linear[zone].push_back(std::exp(score));
    }
  }
  for (std::size_t i = 0; i < final_log.size(); ++i) {
    final_log[i] = numbers.final[i];
    final_linear[i] = std::exp(numbers.final[i]);
  }
}

void SpanLattice::set(std::span<const std::uint8_t> zones, std::span<const Emission> emissions, const StepTable& steps) {
  zones_ = zones;
  emissions_ = emissions;
  steps_ = &steps;
}

float SpanLattice::best(std::vector<std::uint8_t>& labels) {
  const std::size_t size = emissions_.size();
  const std::span<const SpanState> states = span_states();
  labels.clear();
  if (size == 0) return kForbidden;
  back_.resize(size);
  std::array<float, kSpanStates + 1> before;
  before.fill(kForbidden);
  before[kStartState] = 0;
  std::array<std::uint8_t, kSpanStates> live;  // the states that `before` reaches
  std::size_t live_count = 0;
  float top = 0;
  for (std::size_t unit = 0; unit < size; ++unit) {
    std::array<float, kSpanStates + 1> now;
    now.fill(kForbidden);
    std::array<std::uint8_t, kSpanStates> reached;
    std::size_t reached_count = 0;
    const Side side = side_of(zones_[unit]);
    const std::span<const SpanStep> steps = span_steps(side);
    const std::span<const std::uint16_t> begins = span_step_begins(side);
    const std::vector<float>& scores = steps_->log[zones_[unit]];
    const float floor = std::max(top - kBeam, kForbidden / 2);
    top = kForbidden;
    for (std::size_t k = 0; k < (unit == 0 ? 1 : live_count); ++k) {
      const std::uint8_t from = unit == 0 ? kStartState : live[k];
      const float base = before[from];
      if (base < floor) continue;
      for (std::size_t i = begins[from]; i < begins[from + 1U]; ++i) {
        const std::uint8_t to = steps[i].to;
        const float score = base + scores[i] + emissions_[unit][states[to].label];
        if (score <= now[to]) continue;
        if (now[to] == kForbidden) reached[reached_count++] = to;
        now[to] = score;
        top = std::max(top, score);
        back_[unit][to] = from;
      }
    }
    if (top <= kForbidden / 2) return kForbidden;
    before = now;
    live = reached;
    live_count = reached_count;
  }
  std::size_t state = 0;
  float best = kForbidden;
  for (std::size_t s = 0; s < states.size(); ++s) {
    const float score = before[s] + steps_->final_log[states[s].memory];
    if (score > best) {
      best = score;
      state = s;
    }
  }
  if (best <= kForbidden / 2) return kForbidden;
  labels.resize(size);
  for (std::size_t unit = size; unit-- > 0;) {
    labels[unit] = states[state].label;
    state = back_[unit][state];
  }
  return best;
}

double SpanLattice::log_sum(LatticeSum precision) {
  const float least = precision == LatticeSum::exact ? 0.0F : kLeastShare;
  const std::size_t size = emissions_.size();
  const std::span<const SpanState> states = span_states();
  if (size == 0) return kForbidden;
  forward_.resize(size);
  scaled_.resize(size);
  sums_.resize(size);
  double total = 0;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const float top = *std::max_element(emissions_[unit].begin(), emissions_[unit].end());
    for (std::size_t label = 0; label < kSpanLabels; ++label) scaled_[unit][label] = std::exp(emissions_[unit][label] - top);
    std::array<float, kSpanStates>& now = forward_[unit];
    now.fill(0);
    const Side side = side_of(zones_[unit]);
    const std::span<const SpanStep> steps = span_steps(side);
    const std::span<const std::uint16_t> begins = span_step_begins(side);
    const std::vector<float>& weights = steps_->linear[zones_[unit]];
    float sum = 0;
    for (std::size_t k = 0; k < (unit == 0 ? 1U : kSpanStates); ++k) {
      const std::size_t from = unit == 0 ? kStartState : k;
      const float base = unit == 0 ? 1.0F : forward_[unit - 1][from];
      if (base <= least) continue;
      for (std::size_t i = begins[from]; i < begins[from + 1]; ++i) {
        const std::uint8_t to = steps[i].to;
        const float share = base * weights[i] * scaled_[unit][states[to].label];
        now[to] += share;
        sum += share;
      }
    }
    sums_[unit] = sum;
    if (!(sum > 0)) return kForbidden;
    const float inverse = 1 / sum;
    for (float& share : now) share *= inverse;
    total += std::log(static_cast<double>(sum)) + static_cast<double>(top);
  }
  double last = 0;
  for (std::size_t s = 0; s < states.size(); ++s) {
    last += static_cast<double>(forward_[size - 1][s]) * static_cast<double>(steps_->final_linear[states[s].memory]);
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
    backward[s] = steps_->final_linear[states[s].memory];
    last += forward_[size - 1][s] * backward[s];
  }
  for (std::size_t s = 0; s < states.size(); ++s) {
    backward[s] /= last;
    numbers.final[states[s].memory] += forward_[size - 1][s] * backward[s];
  }
  for (std::size_t unit = size; unit-- > 0;) {
    for (std::size_t s = 0; s < states.size(); ++s) labels[unit][states[s].label] += forward_[unit][s] * backward[s];
    const std::size_t zone = zones_[unit];
    const std::span<const SpanStep> steps = span_steps(side_of(zones_[unit]));
    const std::vector<float>& weights = steps_->linear[zone];
    std::array<float, kSpanStates> before{};
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const SpanStep& step = steps[i];
      const bool start = step.from == kStartState;
      if (start != (unit == 0)) continue;
      const float onward = weights[i] * scaled_[unit][states[step.to].label] * backward[step.to] / sums_[unit];
      const float whole = onward * (start ? 1.0F : forward_[unit - 1][step.from]);
      numbers.transition[zone * kSpanLabels * kSpanLabels + step.transition] += whole;
      numbers.memory[zone * kSpanLabels * 6 + step.memory] += whole;
      if (!start) before[step.from] += onward;
    }
    backward = before;
  }
}

}  // namespace hearsay
