// Order, bounds and exceptions of the work queue.
#include "cli/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
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

INSTANTIATE_TEST_SUITE_P(Threads, InOrder, ::testing::Values(1U, 2U, 3U, 8U));

}  // namespace
}  // namespace hearsay
