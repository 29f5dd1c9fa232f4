// What is learned from a few passages whose answer never changes: it is learned, and in the same bytes every time.
#include "training/learn_links.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "evidence/model_file.h"
#include "shipped_engine.h"
#include "sources/certainty.h"
#include "sources/link_score.h"
#include "sources/resolve.h"

namespace hearsay {
namespace {

/// In every passage the pronoun is the one who acts, never whom it is done to.
std::vector<PreparedLinks> passages() {
  std::vector<PreparedLinks> all;
  for (const char* first : {"Ana Ruiz", "Lena Ost", "Mara Quist", "Ada Lind", "Helena Marsh", "Vera Narn"}) {
    for (const char* second : {"Joan Peel", "Nora Sand", "Ida Holm"}) {
      const std::string text = std::string(first) + " visited " + second + ". She left at noon.";
      LinkLesson lesson;
      lesson.id = text;
      lesson.corpus = "gap";
      lesson.document.text = text;
      lesson.document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
      const auto at = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(text.find(words));
        return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
      };
      lesson.mentions = {
          {.words = at(first), .entity = 1}, {.words = at(second), .entity = 2}, {.words = at("She"), .entity = 1}};
      all.push_back(prepare_links(std::move(lesson), shipped_engine()));
    }
  }
  return all;
}

TEST(LearnLinks, LearnsWhatNeverChanges) {
  const std::vector<PreparedLinks> lessons = passages();
  Weights weights;
  weights.links = learn_links(lessons, shipped_engine(), {.count = 2});
  ASSERT_FALSE(weights.links.empty());
  Diagnostics diagnostics;
  const Model model = model_of(weights, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  std::size_t right = 0;
  for (const PreparedLinks& lesson : lessons) {
    const Sources sources = resolve_sources(resolve_input(lesson.analysis, shipped_engine()), best_links(model));
    const auto& all = lesson.analysis.mentions.all;
    std::uint32_t name = kNone;
    for (std::uint32_t m = 0; m < all.size(); ++m) {
      if (name == kNone && !all[m].name.empty()) name = m;
      if (all[m].pronoun && sources.identities[m].entity == sources.identities[name].entity) ++right;
    }
  }
  EXPECT_EQ(right, lessons.size());
}

TEST(LearnLinks, GivesTheSameRowsEveryTime) {
  const std::vector<PreparedLinks> lessons = passages();
  const auto first = learn_links(lessons, shipped_engine(), {.count = 2});
  const auto second = learn_links(lessons, shipped_engine(), {.count = 2});
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t k = 0; k < first.size(); ++k) {
    EXPECT_EQ(first[k].value, second[k].value);
    EXPECT_EQ(first[k].weights, second[k].weights);
  }
}

TEST(LearnCertainty, SaysHowOftenLabelsAgree) {
  // Of two articles in which Ruiz says something, the label agrees with one.
  std::vector<PreparedLinks> lessons;
  for (int k = 0; k < 12; ++k) {
    const std::string text = "Ana Ruiz said the line was closed.";
    LinkLesson lesson;
    lesson.corpus = "sources";
    lesson.document.text = text;
    lesson.document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
    lesson.speakers.push_back(
        {.cue = {{9, 13}}, .content = {{14, 33}}, .names = {k % 2 == 0 ? "Ana Ruiz" : "Omar Rana"}});
    lessons.push_back(prepare_links(std::move(lesson), shipped_engine()));
    ASSERT_EQ(lessons.back().sources.size(), 1U);
  }
  Weights weights;
  weights.links = learn_certainty(lessons, shipped_engine(), Model());
  Diagnostics diagnostics;
  const Model model = model_of(weights, diagnostics);
  const Analysis& a = lessons.front().analysis;
  EXPECT_NEAR(source_certainties(a.mentions, a.attributions, a.sources, model).at(0), 0.5, 0.1);
}

TEST(FoldedName, LeavesOutArticleAndMarks) {
  const LanguageWords& english = shipped_engine().pack.program.vocabulary.language;
  EXPECT_EQ(folded_name("The Kesh  Authority’s", english), "kesh authority’s");
  EXPECT_EQ(folded_name("O'Hara, J.", english), "o hara j");
  EXPECT_EQ(folded_name("", english), "");
}

}  // namespace
}  // namespace hearsay
