// Forward sums are rescaled at each unit, so they stay in float's range whatever the window's length.
#include "evidence/span_lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace hearsay {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

/// best[to] = max(best[to], start + row[to]) for all states.
void raise_all(std::array<float, kSpanStates>& best, const std::array<float, kSpanStates>& row, float start) {
  std::size_t to = 0;
#if defined(__SSE2__)
  const __m128 begin = _mm_set1_ps(start);
  for (; to + 4 <= kSpanStates; to += 4) {
    const __m128 score = _mm_add_ps(_mm_loadu_ps(row.data() + to), begin);
    _mm_storeu_ps(best.data() + to, _mm_max_ps(_mm_loadu_ps(best.data() + to), score));
  }
#endif
  for (; to < kSpanStates; ++to) best[to] = std::max(best[to], start + row[to]);
}

Side side_of(std::uint8_t zone) {
  return static_cast<Side>(zone % 3);
}

}  // namespace

StepTable::StepTable(const ModelNumbers& numbers) {
  for (std::size_t zone = 0; zone < kZones; ++zone) {
    for (auto& row : dense[zone]) row.fill(kNever);
    for (const SpanStep& step : span_steps(side_of(static_cast<std::uint8_t>(zone)))) {
      const float score = numbers.transition[zone * kSpanLabels * kSpanLabels + step.transition] +
                          numbers.memory[zone * kSpanLabels * kMemories + step.memory];
      log[zone].push_back(score);
      dense[zone][step.from][step.to] = score;
      linear[zone].push_back(std::exp(score));
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
}

float SpanLattice::best(std::vector<std::uint8_t>& labels) {
  const std::size_t size = emissions_.size();
  const std::span<const SpanState> states = span_states();
  labels.clear();
  if (size == 0) return kForbidden;
  best_.resize(size + 1);
  best_[0].fill(kForbidden);
  best_[0][kStartState] = 0;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const std::array<float, kSpanStates + 1>& before = best_[unit];
    std::array<float, kSpanStates + 1>& now = best_[unit + 1];
    std::array<float, kSpanStates> reached;
    reached.fill(kForbidden);
    for (std::size_t from = 0; from <= kStartState; ++from) {
      if (before[from] > kForbidden) raise_all(reached, steps_->dense[zones_[unit]][from], before[from]);
    }
    for (std::size_t to = 0; to < kSpanStates; ++to)
      now[to] = std::max(kForbidden, reached[to] + emissions_[unit][states[to].label]);
    now[kStartState] = kForbidden;
  }
  std::size_t state = 0;
  float best = kForbidden;
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    if (!may_end(s)) continue;
    const float score = best_[size][s] + steps_->final_log[states[s].memory];
    if (score > best) {
      best = score;
      state = s;
    }
  }
  if (best <= kForbidden / 2) return kForbidden;
  labels.resize(size);
  // Where each came from was not written down; asking again along one path is cheaper.
  for (std::size_t unit = size; unit-- > 0;) {
    labels[unit] = states[state].label;
    const Side side = side_of(zones_[unit]);
    const std::span<const SpanStep> steps = span_steps(side);
    const std::span<const std::uint16_t> begins = span_step_begins(side);
    float top = 2 * kForbidden;
    std::size_t from = kStartState;
    for (std::size_t i = begins[state]; i < begins[state + 1]; ++i) {
      const float score = best_[unit][steps[i].from] + steps_->log[zones_[unit]][i];
      if (score > top) {
        top = score;
        from = steps[i].from;
      }
    }
    state = from;
  }
  return best;
}

void SpanLattice::best_few(std::vector<RankedLabels>& few) {
  const std::size_t size = emissions_.size();
  const std::span<const SpanState> states = span_states();
  few.clear();
  if (best(best_labels_) <= kForbidden / 2) return;
  const auto add = [](Cells& cells, Cell one) {
    if (one.score <= cells.back().score) return;
    std::size_t at = kFew - 1;
    for (; at > 0 && cells[at - 1].score < one.score; --at) cells[at] = cells[at - 1];
    cells[at] = one;
  };
  // Only states that lie on a sequence little worse than the best are looked at: the best before each state is known,
  // the best after it is found here.
  rest_.resize(size + 1);
  float top = kForbidden;
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    rest_[size][s] = may_end(s) ? steps_->final_log[states[s].memory] : kForbidden;
    top = std::max(top, best_[size][s] + rest_[size][s]);
  }
  for (std::size_t unit = size; unit-- > 1;) {
    rest_[unit].fill(kForbidden);
    const std::span<const SpanStep> steps = span_steps(side_of(zones_[unit]));
    const float* scores = steps_->log[zones_[unit]].data();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].from == kStartState) continue;
      const float after = rest_[unit + 1][steps[i].to];
      const float here = emissions_[unit][states[steps[i].to].label];
      float& rest = rest_[unit][steps[i].from];
      rest = std::max(rest, std::max(kForbidden, scores[i] + here + after));
    }
  }
  few_.resize(size + 1);
  few_[0].fill(Cells{});
  few_[0][kStartState][0].score = 0;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const Side side = side_of(zones_[unit]);
    const SpanStep* steps = span_steps(side).data();
    const std::uint16_t* begins = span_step_begins(side).data();
    const float* scores = steps_->log[zones_[unit]].data();
    for (std::size_t to = 0; to < kSpanStates; ++to) {
      Cells& cells = few_[unit + 1][to];
      cells.front().score = kForbidden;  // empty: nobody looks behind an empty front
      const float here = emissions_[unit][states[to].label];
      if (here <= kForbidden / 2 || best_[unit + 1][to] + rest_[unit + 1][to] < top - kFarBehind) continue;
      cells = {};
      for (std::size_t i = begins[to]; i < begins[to + 1]; ++i) {
        const Cells& before = few_[unit][steps[i].from];
        for (std::uint8_t rank = 0; rank < kFew && before[rank].score > kForbidden / 2; ++rank) {
          const float score = before[rank].score + scores[i] + here;
          if (score <= cells.back().score) break;
          add(cells, {score, steps[i].from, rank});
        }
      }
    }
    few_[unit + 1][kStartState].front().score = kForbidden;
  }
  Cells last{};
  for (std::uint8_t s = 0; s < kSpanStates; ++s) {
    if (!may_end(s)) continue;
    for (std::uint8_t rank = 0; rank < kFew; ++rank) {
      const float score = few_[size][s][rank].score;
      if (score <= kForbidden / 2) break;
      add(last, {score + steps_->final_log[states[s].memory], s, rank});
    }
  }
  for (const Cell& end : last) {
    if (end.score <= kForbidden / 2) break;
    RankedLabels& one = few.emplace_back();
    one.score = end.score;
    one.labels.resize(size);
    std::uint8_t state = end.from;
    std::uint8_t rank = end.rank;
    for (std::size_t unit = size; unit-- > 0;) {
      one.labels[unit] = states[state].label;
      const Cell& cell = few_[unit + 1][state][rank];
      state = cell.from;
      rank = cell.rank;
    }
  }
}

double SpanLattice::log_sum() {
  const std::size_t size = emissions_.size();
  const std::span<const SpanState> states = span_states();
  if (size == 0) return kForbidden;
  forward_.resize(size);
  scaled_.resize(size);
  sums_.resize(size);
  double total = 0;
  std::array<float, kSpanStates + 1> before{};
  before[kStartState] = 1;
  for (std::size_t unit = 0; unit < size; ++unit) {
    const float top = *std::max_element(emissions_[unit].begin(), emissions_[unit].end());
    for (std::size_t label = 0; label < kSpanLabels; ++label)
      scaled_[unit][label] = std::exp(emissions_[unit][label] - top);
    const Side side = side_of(zones_[unit]);
    const SpanStep* steps = span_steps(side).data();
    const std::uint16_t* begins = span_step_begins(side).data();
    const float* weights = steps_->linear[zones_[unit]].data();
    std::array<float, kSpanStates>& now = forward_[unit];
    float sum = 0;
    for (std::size_t to = 0; to < kSpanStates; ++to) {
      float share = 0;
      for (std::size_t i = begins[to]; i < begins[to + 1]; ++i) share += before[steps[i].from] * weights[i];
      now[to] = share * scaled_[unit][states[to].label];
      sum += now[to];
    }
    sums_[unit] = sum;
    if (!(sum > 0)) return kForbidden;
    const float inverse = 1 / sum;
    for (float& share : now) share *= inverse;
    std::copy(now.begin(), now.end(), before.begin());
    before[kStartState] = 0;
    total += std::log(static_cast<double>(sum)) + static_cast<double>(top);
  }
  double last = 0;
  for (std::size_t s = 0; s < kSpanStates; ++s) {
    if (may_end(s))
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
    backward[s] = may_end(s) ? steps_->final_linear[states[s].memory] : 0.0F;
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
      numbers.memory[zone * kSpanLabels * kMemories + step.memory] += whole;
      if (!start) before[step.from] += onward;
    }
    backward = before;
  }
}

}  // namespace hearsay
