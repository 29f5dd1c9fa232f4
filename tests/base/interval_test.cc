#include "base/interval.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Interval, GroupsThatAreAlikeInThemselvesAreLessSure) {
  GroupedShare mixed;  // every article half and half: as good as single things
  GroupedShare split;  // half of the articles all, the others none
  for (int i = 0; i < 10; ++i) {
    mixed.add(5, 10);
    split.add(i % 2 == 0 ? 10 : 0, 10);
  }
  EXPECT_NEAR(mixed.interval().low, wilson(50, 100).low, 1e-9);
  EXPECT_LT(split.interval().low, mixed.interval().low - 0.1);
  EXPECT_GT(split.interval().high, mixed.interval().high + 0.1);
  // Ten articles, five of each kind: about what ten single things would say.
  EXPECT_NEAR(split.interval().low, wilson(5, 10).low, 0.03);
}

TEST(Interval, OneArticleSaysLittle) {
  GroupedShare one;
  one.add(1, 10);
  EXPECT_GT(one.interval().high, 0.8);
  GroupedShare none;
  none.add(0, 40);
  EXPECT_GT(none.interval().high, 0.7);
  EXPECT_EQ(GroupedShare().interval().high, 1);
}

TEST(Interval, MeanByStudent) {
  Mean mean;
  EXPECT_EQ(mean.interval(0, 100).high, 100);
  for (const double value : {60.0, 70.0, 80.0}) mean.add(value);
  EXPECT_DOUBLE_EQ(mean.value(), 70);
  EXPECT_NEAR(mean.interval(0, 100).low, 70 - 4.303 * 10 / 1.7320508, 1e-3);
  Mean many;
  for (int i = 0; i < 21; ++i) many.add(i % 2 == 0 ? 60 : 80);
  EXPECT_NEAR(many.interval(0, 100).high - many.value(), 2.086 * 10.235 / 4.5826, 5e-3);
  EXPECT_EQ(many.interval(69, 71).low, 69);
}

}  // namespace
}  // namespace hearsay
