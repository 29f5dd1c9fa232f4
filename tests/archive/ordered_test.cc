// Order, bounds and exceptions of the work queue.
#include "archive/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace hearsay {
namespace {

class InOrder : public ::testing::TestWithParam<unsigned> {};

TEST_P(InOrder, TakesResultsInOrderOfTheItems) {
  std::vector<std::size_t> taken;
  in_order(
      1000, GetParam(), [](std::size_t i) { return i * i; },
      [&](std::size_t i, std::size_t result) {
        EXPECT_EQ(result, i * i);
        taken.push_back(i);
      });
  ASSERT_EQ(taken.size(), 1000U);
  for (std::size_t i = 0; i < taken.size(); ++i) EXPECT_EQ(taken[i], i);
}

TEST_P(InOrder, NothingIsNothing) {
  in_order(
      0, GetParam(), [](std::size_t) { return 0; }, [](std::size_t, int) { FAIL(); });
}

TEST_P(InOrder, FewResultsWait) {
  std::atomic<std::size_t> begun = 0;
  std::size_t taken = 0;
  in_order(
      500, GetParam(), [&](std::size_t) { return ++begun; },
      [&](std::size_t, std::size_t) {
        ++taken;
        EXPECT_LE(begun.load(), taken + 4 * GetParam() + 1);
      });
}

TEST_P(InOrder, TheFirstExceptionComesOut) {
  const auto work = [](std::size_t i) -> int {
    if (i >= 30) throw std::runtime_error("item " + std::to_string(i));
    return 0;
  };
  std::size_t taken = 0;
  try {
    in_order(500, GetParam(), work, [&](std::size_t, int) { ++taken; });
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "item 30");
  }
  EXPECT_EQ(taken, 30U);
}

TEST_P(InOrder, AnExceptionOfTheTakerStopsAll) {
  const auto take = [](std::size_t i, int) {
    if (i == 10) throw std::runtime_error("full");
  };
  EXPECT_THROW(in_order(
                   500, GetParam(), [](std::size_t) { return 0; }, take),
               std::runtime_error);
}

// A pulled stream: order, one puller at a time, and no more weight than allowed but for one item.
TEST_P(InOrder, StreamsAreBoundByWeight) {
  std::uint64_t next = 0;
  std::atomic<std::uint64_t> waiting = 0;
  std::atomic<int> pulling = 0;
  std::uint64_t taken = 0;
  pull_in_order(
      OrderLimits{.threads = GetParam(), .weight = 100},
      [&]() -> std::optional<std::uint64_t> {
        EXPECT_EQ(++pulling, 1);
        --pulling;
        if (next == 300) return std::nullopt;
        EXPECT_LE(waiting.load(), 100U + 60U);  // what is begun before may still grow to its result
        waiting += 30;
        return next++;
      },
      [] { return [](std::uint64_t item) { return item; }; },
      [&](std::uint64_t item) {
        EXPECT_EQ(item, taken++);
        waiting -= 30;
      },
      [](std::uint64_t) { return std::uint64_t{30}; }, [] {});
  EXPECT_EQ(taken, 300U);
}

TEST_P(InOrder, AnItemHeavierThanAllGoesThroughAlone) {
  int next = 0;
  int taken = 0;
  pull_in_order(
      OrderLimits{.threads = GetParam(), .weight = 1},
      [&]() { return next < 50 ? std::optional<int>(next++) : std::nullopt; },
      [] { return [](int item) { return item; }; }, [&](int) { ++taken; }, [](int) { return std::uint64_t{1000}; },
      [] {});
  EXPECT_EQ(taken, 50);
}

TEST_P(InOrder, AnExceptionOfThePullComesAfterWhatWasPulled) {
  int next = 0;
  int taken = 0;
  const auto pull = [&]() -> std::optional<int> {
    if (next == 20) throw std::runtime_error("torn");
    return next++;
  };
  EXPECT_THROW(pull_in_order(
                   OrderLimits{.threads = GetParam()}, pull, [] { return [](int item) { return item; }; },
                   [&](int) { ++taken; }, [](int) { return std::uint64_t{1}; }, [] {}),
               std::runtime_error);
  EXPECT_EQ(taken, 20);
}

INSTANTIATE_TEST_SUITE_P(Threads, InOrder, ::testing::Values(1U, 2U, 3U, 8U));

}  // namespace
}  // namespace hearsay
