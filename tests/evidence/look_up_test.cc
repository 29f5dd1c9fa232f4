// Many look-ups at once give what single ones give, whichever copy this processor takes.
#include "evidence/look_up.h"

#include <gtest/gtest.h>

#include "evidence/feature_table.h"
#include "evidence/model_file.h"

namespace hearsay {
namespace {

TEST(LookUp, ManyAtOnceAreManySingleOnes) {
  Weights weights;
  const auto word = [](std::uint64_t i) { return "w" + std::to_string(i); };
  for (std::int16_t i = 0; i < 3000; ++i)
    weights.tags.push_back({1, word(static_cast<std::uint64_t>(i)), 9, {{std::uint8_t(i % 38), i}}});
  Diagnostics diagnostics;
  const Model model = model_of(weights, diagnostics);
  ASSERT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    Keys<21> found;  // half of them known; the last block has three that are no features
    for (std::size_t i = 0; i < 21; ++i) found.keys[i] = feature_key(1, hash_of(word(random.next() % 6000)));
    found.rows.fill(99);
    find_rows(model.tag_keys, found.keys, found.rows.data());
    std::array<int, 40> expected{};
    for (std::size_t i = 0; i < found.keys.size(); ++i) {
      EXPECT_EQ(found.rows[i], row_of(model.tag_keys, found.keys[i]));
      for (std::size_t tag = 0; tag < 40; ++tag) expected[tag] += model.tag_rows[found.rows[i]].weights[tag];
      if (i >= 21) {
        EXPECT_EQ(found.rows[i], 0U);
      }
    }
    TagSums sums;
    sum_rows(model.tag_rows, found.rows, sums);
    for (std::size_t tag = 0; tag < 40; ++tag) EXPECT_EQ(sums[tag], expected[tag]);
  }
}

}  // namespace
}  // namespace hearsay
