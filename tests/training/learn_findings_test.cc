// What an editor would raise, learned from lessons made here: a word that tells, one that tells nothing, doubtful
// marks.
#include "training/learn_findings.h"

#include <gtest/gtest.h>

#include "tokens/vocabulary.h"

namespace hearsay {
namespace {

constexpr std::array<std::size_t, kSubjectCount> kOneRow{1, 1, 1, 1, 1, 1};

/// `count` claims, two to an article; every third is `likely` to be raised and says "allegedly".
std::vector<FindingLesson> lessons(std::uint32_t count, double likely) {
  std::vector<FindingLesson> made;
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool told = i % 3 == 0;
    FactSheet facts(kOneRow);
    facts.set(Fact::claim_charge, 0, told ? 1 : 0);
    facts.set(Fact::claim_dated, 0, i % 2);
    FindingLesson lesson{.kind = FindingKind::unsourced, .article = i / 2};
    lesson.gathered =
        std::make_shared<const GatheredFacts>(GatheredFacts{.voices = {}, .claims = {}, .use = {}, .facts = facts});
    lesson.words = {told ? "allegedly" : "quietly", i % 2 == 0 ? "harbour" : "pump"};
    lesson.raised = told ? likely : 0;
    made.push_back(std::move(lesson));
  }
  return made;
}

const RaiseModel::Kind& unsourced(const LearnedFindings& learned) {
  return learned.model.kinds[static_cast<std::size_t>(FindingKind::unsourced)];
}

TEST(LearnFindings, WordsAndFactsThatTellGetWeight) {
  const auto learned = learn_findings(lessons(240, 1));
  const auto& words = unsourced(learned).words;
  ASSERT_TRUE(words.contains(word_hash("allegedly")));
  EXPECT_GT(words.at(word_hash("allegedly")).weight, 0.5);
  EXPECT_EQ(words.at(word_hash("allegedly")).count, 80U);
  EXPECT_LT(words.at(word_hash("quietly")).weight, -0.5);
  EXPECT_FALSE(words.contains(word_hash("harbour"))) << "it tells nothing";
  ASSERT_EQ(learned.kinds.size(), 1U);
  EXPECT_LT(learned.kinds[0].loss, learned.kinds[0].base);
  EXPECT_EQ(learned.kinds[0].unseen.size(), 240U);
}

TEST(LearnFindings, WhatFewOfSeveralEditorsRaiseIsThatLikely) {
  const std::vector<FindingLesson> made = lessons(240, 0.3);
  const auto learned = learn_findings(made);
  const std::vector<std::uint32_t> words = {word_hash("allegedly")};
  FactRows rows{};
  const double p = learned.model.likelihood(FindingKind::unsourced, made[0].gathered->facts, rows, words);
  EXPECT_NEAR(p, 0.3, 0.06);
  EXPECT_NEAR(learned.kinds[0].raised, 24, 1e-6);
}

TEST(LearnFindings, IsTheSameEveryTime) {
  const auto made = lessons(120, 1);
  EXPECT_EQ(raise_model_text(learn_findings(made).model, "x"), raise_model_text(learn_findings(made).model, "x"));
}

TEST(LearnFindings, AMarkMaySayHowLikelyItIs) {
  Diagnostics diagnostics;
  const auto marks = read_editor_marks(
      R"({"id":"a","marks":[{"quote":"q","kind":"document","likelihood":0.4},{"quote":"r","kind":"unsourced"},)"
      R"({"quote":"s","kind":"unsourced","likelihood":7}]})",
      "a.json", diagnostics);
  ASSERT_TRUE(marks);
  EXPECT_EQ(marks->marks[0].likelihood, 0.4);
  EXPECT_EQ(marks->marks[1].likelihood, 1);
  EXPECT_EQ(marks->marks[2].likelihood, 1);
}

}  // namespace
}  // namespace hearsay
