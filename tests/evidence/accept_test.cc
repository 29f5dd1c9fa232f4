// Readings beside each other: one that covers another cue gives way where its own other reading is nearly as likely.
#include "evidence/accept.h"

#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "evidence/model_file.h"

namespace hearsay {
namespace {

/// No features: a probability is what the cue score gave.
Model plain_model() {
  Diagnostics diagnostics;
  return model_of(Weights{}, diagnostics);
}

struct CoveredCue {
  const char* name;
  float outer = 0.9F, inner = 0.9F;  // probabilities of the cues at 2 and 8; the content is 3 … 6 or 3 … 12
  bool chosen_long = true;
  float behind = 0.5F;  // of the other reading
  bool long_after = false;
};

TEST(Accept, AReadingGivesWayToACueItCovers) {
  const std::vector<CoveredCue> cases = {
      {.name = "a likely cue is left free", .long_after = false},
      {.name = "an unlikely cue is covered", .inner = 0.1F, .long_after = true},
      {.name = "too far behind", .behind = 1.9F, .long_after = true},
      {.name = "an unlikely cue is taken in", .inner = 0.1F, .chosen_long = false, .long_after = true},
      {.name = "a likely cue is not taken in", .chosen_long = false, .long_after = false},
      {.name = "what is hardly a cue covers nothing", .outer = 0.2F, .long_after = true},
  };
  const Model model = plain_model();
  const Frames frames(20);
  const std::vector<TokenRange> all = {{3, 12}};
  const std::vector<TokenRange> some = {{3, 6}};
  for (const CoveredCue& c : cases) {
    std::vector<Proposal> proposals(2);
    proposals[0] = {.head = 2, .source = {0, 2}, .cue = {2, 3}, .content = c.chosen_long ? all : some};
    proposals[1] = {.head = 8, .source = {7, 8}, .cue = {8, 9}, .content = {{9, 12}}};
    std::vector<Read> reads(2);
    reads[0].context.probability = c.outer;
    reads[1].context.probability = c.inner;
    SpanReading other;
    other.source = {1, 2};
    other.cue = {2, 3};
    other.content = c.chosen_long ? some : all;
    other.behind = c.behind;
    reads[0].others.push_back(other);
    accept(frames, model, reads, proposals);
    EXPECT_EQ(proposals[0].content, c.long_after ? all : some) << c.name;
    const bool exchanged = c.long_after != c.chosen_long;
    EXPECT_EQ(proposals[0].source.begin, exchanged ? 1U : 0U) << c.name;
    EXPECT_NEAR(proposals[0].cue_probability, c.outer, 0.02) << c.name;
    EXPECT_NEAR(proposals[1].cue_probability, c.inner, 0.02) << c.name;
  }
}

TEST(Accept, ACueThatAnotherCoversAnywayCostsNothing) {
  const Model model = plain_model();
  const Frames frames(20);
  std::vector<Proposal> proposals(3);
  proposals[0] = {.head = 2, .cue = {2, 3}, .content = {{3, 14}}};
  proposals[1] = {.head = 8, .cue = {8, 9}, .content = {{9, 12}}};
  proposals[2] = {.head = 15, .cue = {15, 16}, .content = {{0, 15}}};  // a tag behind it all
  std::vector<Read> reads(3);
  reads[0].context.probability = 0.6F;
  reads[1].context.probability = 0.9F;
  reads[2].context.probability = 0.97F;
  reads[0].others.push_back({.cue = {2, 3}, .content = {{3, 6}}, .behind = 0.2F});
  accept(frames, model, reads, proposals);
  EXPECT_EQ(proposals[0].content.front().end, 14U);
}

TEST(Accept, NothingOfNothing) {
  std::vector<Read> reads;
  std::vector<Proposal> proposals;
  accept(Frames(), plain_model(), reads, proposals);
  EXPECT_TRUE(proposals.empty());
}

}  // namespace
}  // namespace hearsay
