// Stems, and a language that has no rules of its own.
#include "language/morphology.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string cue_stem(const Morphology& morphology, std::string_view word) {
  CueStemBuffer buffer;
  return std::string(morphology.cue_stem(word, buffer));
}

TEST(Morphology, EnglishStems) {
  const Morphology& english = morphology_of("en");
  const std::pair<const char*, const char*> one[] = {
      {"denied", "deny"}, {"denies", "deny"}, {"argued", "argues"}, {"arguing", "argue"}, {"stopped", "stop"}};
  for (const auto& [left, right] : one) EXPECT_EQ(cue_stem(english, left), cue_stem(english, right)) << left;
  EXPECT_NE(cue_stem(english, "told"), cue_stem(english, "tell")) << "irregular forms are data";
  EXPECT_EQ(cue_stem(english, std::string(40, 'a')).size(), kCueStemBytes);
  EXPECT_EQ(english.comparison_stem("regional"), english.comparison_stem("region"));
  EXPECT_EQ(english.comparison_stem("n't"), "not");
  EXPECT_NE(english.comparison_stem("use"), english.comparison_stem("us"));
}

TEST(Morphology, ALanguageWithoutOneKeepsWordsAsTheyAre) {
  const Morphology& none = morphology_of("xx");
  EXPECT_EQ(&none, &plain_morphology());
  EXPECT_EQ(cue_stem(none, "denies"), "denies");
  EXPECT_EQ(cue_stem(none, std::string(40, 'a')).size(), kCueStemBytes);
  EXPECT_EQ(none.comparison_stem("regional"), "regional");
  EXPECT_EQ(none.inflect("word", Form::base).first, "word");
  EXPECT_EQ(none.inflect("word", Form::plural).first, "");
}

}  // namespace
}  // namespace hearsay
