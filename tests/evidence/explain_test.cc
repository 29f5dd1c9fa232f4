// The reasons given are those of the scores: they add up, and their names can be found in the weight files.
#include "evidence/explain.h"

#include <gtest/gtest.h>

#include <cmath>

#include "evidence/evidence.h"
#include "evidence/tag.h"
#include "marked_text.h"

namespace hearsay {
namespace {

TEST(Explain, AddsUpToTheProbabilityOfTheCue) {
  const Document document =
      plain_document("\nThe harbour master said the tide was too low. He doubts that it will rise.");
  const Text text = tokenize(document, english_vocabulary());
  const Tags tags = tag(document, text, shipped_model());
  const std::vector<Proposal> proposals = propose(document, text, tags, shipped_model());
  ASSERT_FALSE(proposals.empty());
  std::vector<std::uint32_t> heads;
  heads.reserve(proposals.size());
  for (const Proposal& one : proposals) heads.push_back(one.head);
  const std::vector<CueReasons> all = explain_cues(document, text, tags, shipped_model(), heads, {.most = 10'000});
  ASSERT_EQ(all.size(), proposals.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const CueReasons& one = all[i];
    EXPECT_EQ(one.reading.head, proposals[i].head);
    EXPECT_EQ(one.reading.source, proposals[i].source);
    EXPECT_EQ(one.reading.content, proposals[i].content);
    double sum = one.base;
    for (const Contribution& part : one.strongest) {
      sum += part.weight;
      EXPECT_FALSE(part.feature.empty());
    }
    EXPECT_NEAR(sum, one.log_odds, 1e-6);
    EXPECT_NEAR(1 / (1 + std::exp(-one.log_odds)), proposals[i].cue_probability, 1e-4);
    // Source, cue and content each begin somewhere, and the words that go with a place are its own.
    int begins = 0;
    for (const EdgeReasons& edge : one.edges) {
      begins += edge.begins ? 1 : 0;
      double margin = 0;
      for (const Contribution& part : edge.strongest) margin += part.weight;
      EXPECT_NEAR(margin, edge.margin, 1e-6);
    }
    EXPECT_EQ(begins, (one.reading.source.empty() ? 0 : 1) + 1 + static_cast<int>(one.reading.content.size()));
  }
}

TEST(Explain, ShowsTheStrongestOnly) {
  const Document document = plain_document("\nThe harbour master said the tide was too low.");
  const Text text = tokenize(document, english_vocabulary());
  const Tags tags = tag(document, text, shipped_model());
  const std::vector<CueReasons> all = explain_cues(document, text, tags, shipped_model(), {3}, {.most = 4});
  ASSERT_EQ(all.size(), 1U);
  ASSERT_EQ(all[0].strongest.size(), 4U);
  for (std::size_t i = 1; i < 4; ++i)
    EXPECT_GE(std::fabs(all[0].strongest[i - 1].weight), std::fabs(all[0].strongest[i].weight));
  for (const EdgeReasons& edge : all[0].edges) EXPECT_LE(edge.strongest.size(), 2U);
}

TEST(Explain, NeedsAModelAndAToken) {
  const Document document = plain_document("\nThe ferry sank.");
  const Text text = tokenize(document, english_vocabulary());
  EXPECT_TRUE(explain_cues(document, text, Tags(text.tokens.size(), Tag::none), Model(), {1}).empty());
  EXPECT_TRUE(explain_cues(document, text, tag(document, text, shipped_model()), shipped_model(), {99}).empty());
}

}  // namespace
}  // namespace hearsay
