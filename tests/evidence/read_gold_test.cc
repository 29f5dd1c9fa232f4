// Standoff files to gold: roles, discontinuous spans, code points, what does not fit.
#include "evidence/learning/read_gold.h"

#include <gtest/gtest.h>

#include "marked_text.h"

namespace hearsay {
namespace {

class ReadGold : public testing::Test {
 protected:
  // Offsets: Zoë 0-3, said 4-8, "the" 9-12, dam 13-16, leaked 17-23, "." 23-24, newline, It 25-27, held 28-32, "."
  // 32-33.
  Document document_ = plain_document("Zo\u00eb said the dam leaked.\nIt held.");
  Text text_ = tokenize(document_, english_vocabulary());
  Diagnostics diagnostics_;

  Gold read(std::string_view ann) { return read_gold(ann, document_, text_, diagnostics_); }
  std::string words(const std::vector<TokenRange>& ranges) {
    std::string all;
    for (const TokenRange range : ranges) all += (all.empty() ? "" : " / ") + words_of(document_, text_, range);
    return all;
  }
};

TEST_F(ReadGold, CountsCodePointsAndKeepsRoles) {
  const Gold gold = read(
      "T1\tSource 0 3\tZo\u00eb\nT2\tCue 4 8\tsaid\nT3\tContent 9 23\tthe dam leaked\nT4\tAttribution 4 8\tsaid\n"
      "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n");
  ASSERT_EQ(gold.attributions.size(), 1U);
  EXPECT_EQ(words(gold.attributions[0].source), "Zo\u00eb");
  EXPECT_EQ(words(gold.attributions[0].cue), "said");
  EXPECT_EQ(words(gold.attributions[0].content), "the dam leaked");
  EXPECT_TRUE(diagnostics_.empty());
}

TEST_F(ReadGold, ReadsDiscontinuousAndSourcelessEventsAndDiscards) {
  const Gold gold = read(
      "T1\tCue 4 8\tsaid\nT2\tContent 13 16;25 32\tdam It\nheld\nT3\tDiscard 25 33\tIt held.\r\n"
      "E1\tAttribution-no-source:T1 Content:T2 Cue:T1\n");
  ASSERT_EQ(gold.attributions.size(), 1U);
  EXPECT_TRUE(gold.attributions[0].source.empty());
  EXPECT_EQ(words(gold.attributions[0].content), "dam / It held");
  EXPECT_EQ(words(gold.discarded), "It held.");
}

TEST_F(ReadGold, SaysWhatDoesNotFitAndReadsTheRest) {
  struct Case {
    const char* line;
    std::uint32_t at;
  };
  for (const Case& one : {Case{"T9\tCue 4 900\tx\n", 1}, Case{"T9\tCue 8 4\tx\n", 1}, Case{"T9\tCue\tx\n", 1},
                          Case{"E9\tAttribution:T8 Cue:T8\n", 1}}) {
    diagnostics_.clear();
    const Gold gold = read(std::string(one.line) + "T1\tCue 4 8\tsaid\nE1\tAttribution:T1 Cue:T1\n");
    EXPECT_EQ(gold.attributions.size(), 1U) << one.line;
    ASSERT_FALSE(diagnostics_.empty()) << one.line;
    EXPECT_EQ(diagnostics_[0].line, one.at) << one.line;
    EXPECT_EQ(diagnostics_[0].file, "article.ann");
  }
}

TEST_F(ReadGold, SurvivesAnything) {
  for (const char* ann : {"", "\n\n", "T", "T1", "T1\t", "T1\tCue 1", "E1\t",
                          "E1\tAttribution:", "T1\tCue 99999999999999999999 3\t", "T1\tCue 4 8;;9\tx"}) {
    EXPECT_NO_FATAL_FAILURE((void)read(ann)) << ann;
  }
}

TEST_F(ReadGold, SilverTagsNeedTheSameBorders) {
  const Tags tags =
      read_silver("0\t3\tNNP\tZoe\n4\t8\tVBD\tsay\n9\t16\tNN\tx\n23\t24\t.\t.\nrubbish\n", document_, text_);
  ASSERT_EQ(tags.size(), text_.tokens.size());
  EXPECT_EQ(tags[0], Tag::NNP);
  EXPECT_EQ(tags[1], Tag::VBD);
  EXPECT_EQ(tags[2], Tag::none);
  EXPECT_EQ(tags[5], Tag::punct);
}

}  // namespace
}  // namespace hearsay
