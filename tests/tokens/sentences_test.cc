// Where sentences end; " || " stands between two.
#include <gtest/gtest.h>

#include "tokens/lines.h"

namespace hearsay::test {
namespace {

TEST(Sentences, Table) {
  const char* rows[] = {
      "It failed. || The mayor left.",
      "Sen. Ruiz met J. Ortiz and Dr. Vega. || They left.",
      "U.S. officials left.",
      "He lives in the U.S. || The mayor does not.",
      "It opened at 5 p.m. || But nobody came.",
      "It opened at 5 p.m. Monday.",
      "Pumps Inc. || The company said so.",
      "Pumps Inc. said so.",
      "The price rose 4.5 percent. || It fell later.",
      "On Jan. 5 it failed.",
      "Why? || Nobody knows.",
      "What?! || Nobody knows.",
      "“Why?” asked Ruiz.",
      "“Why?” she said. || “I know.”",
      "“Why?” Ruiz asked.",
      "“Why?” Ana Ruiz asked on Monday.",
      "“Why?” Mr. Ruiz said. || Nobody knew.",
      "“Why?” || Ruiz said she knew.",
      "“Why?” || She asked again.",
      "\"Never!\" the mayor said.",
      "\"Never!\" Mayor Ruiz shouted.",
      "“It failed.” || Ruiz said that the pumps were old.",
      "“It failed,” Ruiz said. || “We knew.”",
      "''It failed.'' || The mayor left.",
      "He called it “unsafe.” || The mayor left.",
      "It failed (again.) || The mayor left.",
      "It failed... || The mayor left.",
      "It failed… and again.",
      "I... I do not know.",
      "Ana … Ruiz came.",
      "It failed.… || The mayor left.",
      "4. The bridge fell.",
      "They took Plan B. || The mayor left.",
      "The Senate (R-Fla.) voted.",
      "Ruiz v. Ortiz is a case.",
      "the end. || $5 was paid.",
      "It ended. || “We knew,” she said.",
      "It ended. || (Nobody knew.)",
      "See example.org for more.",
      "yes. no",
  };
  for (const std::string row : rows) {
    std::string plain = row;
    for (std::size_t at; (at = plain.find(" || ")) != std::string::npos;) plain.replace(at, 4, " ");
    EXPECT_EQ(Cut(plain).sentences(), row);
  }
}

TEST(Sentences, MissingSpace) {
  EXPECT_EQ(Cut("It ended.The mayor left.").sentences(), "It ended. || The mayor left.");
  EXPECT_EQ(Cut("It ended….The mayor left.").sentences(), "It ended…. || The mayor left.");
  EXPECT_EQ(Cut("It ended…The mayor left.").sentences(), "It ended… || The mayor left.");
  EXPECT_EQ(Cut("I…I do not know.").sentences(), "I…I do not know.");
  EXPECT_EQ(Cut("the ABC.Net office").sentences(), "the ABC.Net office");
}

TEST(Sentences, ParagraphsEndThem) {
  const Cut cut("No full stop here\nand lower case there");
  EXPECT_EQ(cut.sentences(), "No full stop here || and lower case there");
  ASSERT_EQ(cut.text.paragraphs.size(), 2U);
  EXPECT_EQ(cut.text.paragraphs[1].sentences.begin, 1U);
  EXPECT_EQ(cut.text.sentences[1].paragraph, 1U);
  EXPECT_TRUE(cut.text.tokens[4].has(kSentenceStart));
}

}  // namespace
}  // namespace hearsay::test
