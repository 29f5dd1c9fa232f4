// The three ways in which text tells who is meant, read.
#include <gtest/gtest.h>

#include "read_english.h"
#include "training/link_lesson.h"

namespace hearsay {
namespace {

std::string words_of(const LinkLesson& lesson, Span span) {
  return lesson.document.text.substr(span.begin, span.size());
}

constexpr std::string_view kHeader =
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n";

TEST(ReadGap, MarksThePronounWithItsName) {
  Diagnostics diagnostics;
  const auto lessons = read_gap(std::string(kHeader) +
                                    "one\tÖsta Ruiz met Ana Holm before she left.\tshe\t30\tÖsta Ruiz\t0\tFALSE\tAna "
                                    "Holm\t14\tTRUE\tx\n",
                                "t.tsv", english_page_words(), diagnostics);
  ASSERT_EQ(lessons.size(), 1U);
  EXPECT_TRUE(diagnostics.empty());
  ASSERT_EQ(lessons[0].mentions.size(), 3U);
  EXPECT_EQ(words_of(lessons[0], lessons[0].mentions[1].words), "Ana Holm");
  EXPECT_EQ(words_of(lessons[0], lessons[0].mentions[2].words), "she");
  EXPECT_EQ(lessons[0].mentions[2].entity, lessons[0].mentions[1].entity);
  EXPECT_TRUE(lessons[0].ambiguous.empty());
}

TEST(ReadGap, AThirdOneIsNeither) {
  Diagnostics diagnostics;
  const auto lessons =
      read_gap(std::string(kHeader) + "one\tRuiz met Holm and she left.\tshe\t18\tRuiz\t0\tFALSE\tHolm\t9\tFALSE\tx\n",
               "t.tsv", english_page_words(), diagnostics);
  ASSERT_EQ(lessons.size(), 1U);
  EXPECT_EQ(lessons[0].mentions.size(), 2U);
  ASSERT_EQ(lessons[0].ambiguous.size(), 1U);
  EXPECT_EQ(words_of(lessons[0], lessons[0].ambiguous[0]), "she");
}

TEST(ReadGap, SaysWhatIsBrokenAndReadsTheRest) {
  Diagnostics diagnostics;
  const auto lessons = read_gap(std::string(kHeader) +
                                    "short\trow\n"
                                    "off\tRuiz met Holm and she left.\tshe\t900\tRuiz\t0\tTRUE\tHolm\t9\tFALSE\tx\n"
                                    "good\tRuiz met Holm and she left.\tshe\t18\tRuiz\t0\tTRUE\tHolm\t9\tFALSE\tx\n",
                                "t.tsv", english_page_words(), diagnostics);
  EXPECT_EQ(lessons.size(), 1U);
  ASSERT_EQ(diagnostics.size(), 2U);
  EXPECT_EQ(diagnostics[0].line, 2U);
  EXPECT_EQ(diagnostics[1].line, 3U);
  Diagnostics other;
  EXPECT_TRUE(read_gap("ID\tText\n", "t.tsv", english_page_words(), other).empty());
  EXPECT_EQ(other.size(), 1U);
}

TEST(ReadEntityColumns, JoinsTokensAndMatchesBrackets) {
  Diagnostics diagnostics;
  const auto lessons = read_entity_columns(
      "# begin document first\n"
      "0\tThe\t(person-3\n1\tmayor\t_\n2\tof\t_\n3\tCove\t(place-4)person-3)\n4\tsaid\t_\n5\t(\t_\n6\tshe\t"
      "(person-3)\n7\t)\t_\n8\t.\t_\n"
      "# begin document second\n"
      "0\tNo\t_\n1\t.\t_\n",
      "t.conll", english_page_words(), diagnostics);
  ASSERT_EQ(lessons.size(), 2U);
  EXPECT_EQ(lessons[0].document.text, "The mayor of Cove said (she).");
  ASSERT_EQ(lessons[0].mentions.size(), 3U);
  EXPECT_EQ(words_of(lessons[0], lessons[0].mentions[0].words), "Cove");
  EXPECT_TRUE(lessons[0].mentions[0].other);
  EXPECT_EQ(words_of(lessons[0], lessons[0].mentions[1].words), "The mayor of Cove");
  EXPECT_FALSE(lessons[0].mentions[1].other);
  EXPECT_EQ(lessons[0].mentions[2].entity, 3U);
  EXPECT_TRUE(lessons[0].whole);
}

TEST(ReadEntityColumns, SaysWhatIsBroken) {
  Diagnostics diagnostics;
  const auto lessons =
      read_entity_columns("0\tOnly two\n0\tYes\t((((\n1\tno\t))-x)\n", "t.conll", english_page_words(), diagnostics);
  EXPECT_EQ(diagnostics.size(), 1U);
  ASSERT_EQ(lessons.size(), 1U);
  EXPECT_EQ(lessons[0].document.text, "Yes no");
}

TEST(ReadSourceLabels, TakesNamesAndLeavesOutWhatIsNotSure) {
  Diagnostics diagnostics;
  const LinkLesson lesson = read_source_labels(
      R"({"cue": [[5, 9]], "content": [[10, 14]], "kind": "named-person", "resolved": "Ana Ruiz", "aliases": ["Ruiz"], "sure": true}
{"cue": [[5, 9]], "content": [], "kind": "named-person", "resolved": "Omar Rana", "sure": false}
{"cue": [[5, 9]], "content": [], "kind": "unnamed-person", "resolved": "an aide", "sure": true}
no JSON
)",
      read_english("Ruiz said that.", "t.txt"), diagnostics);
  EXPECT_EQ(diagnostics.size(), 1U);
  ASSERT_EQ(lesson.speakers.size(), 2U);
  EXPECT_EQ(lesson.speakers[0].names, (std::vector<std::string>{"Ana Ruiz", "Ruiz"}));
  EXPECT_EQ(lesson.speakers[0].told, MarkedSpeaker::Told::named);
  EXPECT_EQ(words_of(lesson, lesson.speakers[0].cue.at(0)), "said");
  EXPECT_EQ(lesson.speakers[1].told, MarkedSpeaker::Told::unnamed);
}

}  // namespace
}  // namespace hearsay
