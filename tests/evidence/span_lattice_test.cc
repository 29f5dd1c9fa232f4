// The lattice against all label sequences of short windows, written out.
#include "evidence/span_lattice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "evidence/feature_table.h"

namespace hearsay {
namespace {

struct Sequence {
  double score = 0;
  std::vector<std::uint8_t> labels;
};

/// Every sequence that the rules of labels allow, with the sum of its numbers.
std::vector<Sequence> all_sequences(const std::vector<std::uint8_t>& zones, const std::vector<Emission>& emissions,
                                    const ModelNumbers& numbers) {
  struct Open {
    Sequence sequence;
    std::uint8_t label = kOutside;
    std::size_t memory = 0;
  };
  std::vector<Open> open(1);
  for (std::size_t unit = 0; unit < zones.size(); ++unit) {
    std::vector<Open> next;
    for (const Open& one : open) {
      for (std::uint8_t to = 0; to < kSpanLabels; ++to) {
        if (!may_follow(static_cast<Side>(zones[unit] % 3), one.label, to)) continue;
        if (to == kSourceBegin && one.memory >= 2) continue;
        Open on = one;
        on.sequence.labels.push_back(to);
        on.sequence.score += numbers.transition[(zones[unit] * kSpanLabels + one.label) * kSpanLabels + to] +
                             numbers.memory[(zones[unit] * kSpanLabels + to) * kMemories + one.memory] +
                             emissions[unit][to];
        on.label = to;
        on.memory = to == kSourceBegin ? one.memory + 2 : to == kContentBegin ? one.memory | 1U : one.memory;
        next.push_back(on);
      }
    }
    open = std::move(next);
  }
  std::vector<Sequence> all;
  for (Open& one : open) {
    if (one.label == kContentInside) continue;
    one.sequence.score += numbers.final[one.memory];
    all.push_back(one.sequence);
  }
  std::sort(all.begin(), all.end(), [](const Sequence& a, const Sequence& b) { return a.score > b.score; });
  return all;
}

TEST(SpanLattice, AgreesWithAllSequencesWrittenOut) {
  Random random(3);
  const auto number = [&] { return static_cast<float>(random.next() % 4001) / 1000.0F - 2.0F; };
  for (int round = 0; round < 60; ++round) {
    ModelNumbers numbers;
    for (float& one : numbers.transition) one = number();
    for (float& one : numbers.memory) one = number();
    for (float& one : numbers.final) one = number();
    const StepTable steps(numbers);
    const std::size_t size = 1 + random.next() % 6;
    const std::size_t head = random.next() % size;
    std::vector<std::uint8_t> zones;
    std::vector<Emission> emissions(size);
    for (std::size_t unit = 0; unit < size; ++unit) {
      const Side side = unit < head ? Side::left : unit == head ? Side::head : Side::right;
      zones.push_back(static_cast<std::uint8_t>(zone_of(side, unit == 0)));
      for (float& one : emissions[unit]) one = 2 * number();
    }
    if (size > 2) emissions[head == 0 ? 1 : 0][kOutside] = kForbidden;
    const std::vector<Sequence> all = all_sequences(zones, emissions, numbers);
    ASSERT_FALSE(all.empty());
    SpanLattice lattice;
    lattice.set(zones, emissions, steps);
    std::vector<std::uint8_t> labels;
    EXPECT_NEAR(lattice.best(labels), all.front().score, 1e-3);
    EXPECT_EQ(labels, all.front().labels);
    double sum = 0;
    for (const Sequence& one : all) sum += std::exp(one.score - all.front().score);
    EXPECT_NEAR(lattice.log_sum(), all.front().score + std::log(sum), 1e-3);
    std::vector<RankedLabels> few;
    lattice.best_few(few);
    const auto near = std::count_if(all.begin(), all.end(), [&](const Sequence& one) {
      return one.score >= all.front().score - static_cast<double>(kFarBehind);
    });
    ASSERT_EQ(few.size(), std::min(kFew, static_cast<std::size_t>(near)));
    for (std::size_t i = 0; i < few.size(); ++i) EXPECT_NEAR(few[i].score, all[i].score, 1e-3);
  }
}

TEST(SpanLattice, MasksThatLeaveNothingGiveNothing) {
  const ModelNumbers numbers;
  const StepTable steps(numbers);
  const std::vector<std::uint8_t> zones = {static_cast<std::uint8_t>(zone_of(Side::head, true))};
  std::vector<Emission> emissions(1);
  emissions.front().fill(kForbidden);
  SpanLattice lattice;
  lattice.set(zones, emissions, steps);
  std::vector<std::uint8_t> labels;
  EXPECT_LE(lattice.best(labels), kForbidden / 2);
  EXPECT_TRUE(labels.empty());
  std::vector<RankedLabels> few;
  lattice.best_few(few);
  EXPECT_TRUE(few.empty());
}

}  // namespace
}  // namespace hearsay
