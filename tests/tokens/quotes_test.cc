// Which marks make a quotation. In the expected column: "^" per enclosing quotation, "~" scare, "+" continues,
// "(open)".
#include <gtest/gtest.h>

#include "tokens/lines.h"

namespace hearsay::test {
namespace {

struct QuotesRow {
  const char* text;
  const char* quotations;
};

void check(const QuotesRow& row) {
  EXPECT_EQ(Cut(row.text).quotations(), row.quotations) << row.text;
}

TEST(Quotes, Styles) {
  const QuotesRow rows[] = {
      {"“It failed,” she said.", "“It failed,”"},
      {"\"It failed,\" she said. \"We knew.\"", "\"It failed,\" | \"We knew.\""},
      {"‘It failed,’ she said.", "‘It failed,’"},
      {"'It failed,' she said.", "'It failed,'"},
      {"''It failed,'' she said. ''We knew.''", "''It failed,'' | ''We knew.''"},
      {"``It failed,'' she said.", "``It failed,''"},
      {"«It failed», she said.", "«It failed»"},
      {"« It failed », she said.", "« It failed »"},
      {"„It failed“, she said.", "„It failed“"},
      {"He said [it failed].", ""},
      {"(\"It failed.\")", "\"It failed.\""},
      {"It was—\"as we knew\"—over.", "\"as we knew\""},
      {"\"I was—\" he said. \"We knew.\"", "\"I was—\" | \"We knew.\""},
      {"“It failed,\" she said.", "“It failed,\""},
      {"\"It failed,” she said.", "\"It failed,”"},
  };
  for (const QuotesRow& row : rows) check(row);
}

TEST(Quotes, Apostrophes) {
  const QuotesRow rows[] = {
      {"It wasn’t the workers’ fault in the ’90s.", ""},
      {"It wasn't the workers' fault in the '90s, rock 'n' roll.", ""},
      {"‘The workers’ rights don’t matter,’ she said.", "‘The workers’ rights don’t matter,’"},
      {"'The workers' rights don't matter,' she said.", "'The workers' rights don't matter,'"},
      {"the ‘safe havens’ of the north", "~‘safe havens’"},
      {"the 'easy' talks and the workers' hall", "~'easy'"},
      {"Ruiz‘s pumps and Ortis‘ pumps", ""},
      {"He got ’em and said ‘go’ at once.", "‘go’"},
  };
  for (const QuotesRow& row : rows) check(row);
}

TEST(Quotes, Nested) {
  const QuotesRow rows[] = {
      {"“She said ‘we don’t know’ and left,” he said.", "“She said ‘we don’t know’ and left,” | ^‘we don’t know’"},
      {"\"She said, 'We know,'\" he said.", "\"She said, 'We know,'\" | ^'We know,'"},
      {"\"She said, 'We know,' \" he said. \"Yes.\"", "\"She said, 'We know,' \" | ^'We know,' | \"Yes.\""},
      {"‘She said “we know” and left,’ he said.", "‘She said “we know” and left,’ | ^“we know”"},
      {"“He read “the old pumps” to us,” she said. “And “that was all.””",
       "“He read “the old pumps” to us,” | ^“the old pumps” | “And “that was all.”” | ^“that was all.”"},
      {"“He read \"we know\" to us,” she said.", "“He read \"we know\" to us,” | ^\"we know\""},
      {"“She said, ‘We know,'” he said.", "“She said, ‘We know,'” | ^‘We know,'"},
  };
  for (const QuotesRow& row : rows) check(row);
}

TEST(Quotes, Stray) {
  const QuotesRow rows[] = {
      {"The board is 6'2\" long and 5\" wide.", ""},
      {"The board is 6’2” long, “a good one,” she said.", "“a good one,”"},
      {"It failed.\" She said \"we knew\" and left.", "\"we knew\""},
      {"\"It failed, she said. \"We knew,\" he said.", "\"It failed, (open) | \"We knew,\""},
      {"\"It failed. \"We knew,\" he said.", "\"It failed. (open) | \"We knew,\""},
      {"\"We go, \"he said.", "\"We go, \""},
      {"She said \" it failed \" again. \"We knew,\" he said.", "\" it failed \" | \"We knew,\""},
      {"\"It failed and nobody knew.", "\"It failed and nobody knew. (open)"},
      {"“It failed. “", "“It failed. “"},
      {"a lone \" mark", ""},
      {"\"", ""},
      {"<a href=\"x\">She said \"we knew\" then.</a>", "\"we knew\""},
  };
  for (const QuotesRow& row : rows) check(row);
}

TEST(Quotes, OverParagraphs) {
  const QuotesRow rows[] = {
      {"“It failed.\n“We knew.\n“We left,” she said.", "“It failed. (open) | +“We knew. (open) | +“We left,”"},
      {"\"It failed.\n\"We left,\" she said.", "\"It failed. (open) | +\"We left,\""},
      {"''It failed.\n''We left,'' she said.", "''It failed. (open) | +''We left,''"},
      {"“It failed.\nWe knew.\nWe left,” she said.", "“It failed. (open) | +We knew. (open) | +We left,”"},
      {"“It failed.\nNobody knew.\n“We left,” she said.", "“It failed. (open) | “We left,”"},
      {"‘It failed.\n‘We left,’ she said. ‘Yes.’", "‘It failed. (open) | +‘We left,’ | ‘Yes.’"},
      {"“It failed.\nNobody knew.\n“We left,” she said.", "“It failed. (open) | “We left,”"},
      {"“It failed.”\n“We left,” she said.", "“It failed.” | “We left,”"},
      {"“It failed.\nShe said “we left” then.", "“It failed. (open) | “we left”"},
  };
  for (const QuotesRow& row : rows) check(row);
}

TEST(Quotes, Scare) {
  const QuotesRow rows[] = {
      {"They ‘facilitate’ talks.", "~‘facilitate’"},
      {"It is a \"safe haven\" for pumps.", "~\"safe haven\""},
      {"William \"Bill\" Ortiz left.", "~\"Bill\""},
      {"She wrote “The Long Dry Road” in May.", "“The Long Dry Road”"},
      {"Her novel “The Long Dry Road” is sold.", "~“The Long Dry Road”"},
      {"She said “no” and left.", "“no”"},
      {"She said: “No way”.", "“No way”"},
      {"“No way” said Ruiz.", "“No way”"},
      {"It is “unsafe,” she said.", "“unsafe,”"},
      {"He thinks “it is over” now.", "“it is over”"},
      {"He thinks “we're done” now.", "“we're done”"},
      {"It is “Ruiz's law” now.", "~“Ruiz's law”"},
      {"It is “a very long and wide road” now.", "“a very long and wide road”"},
      {"“Never again”", "“Never again”"},
      {"On “Morning Table,” she spoke.", "~“Morning Table,”"},
      {"He was on Radio Cove’s “Tonight.”", "~“Tonight.”"},
      {"She sang from “The State of It.”", "~“The State of It.”"},
      {"He spoke of “Never.”", "“Never.”"},
      {"She said “Morning Table,” twice.", "“Morning Table,”"},
  };
  for (const QuotesRow& row : rows) check(row);
}

TEST(Quotes, FlagsAndOwners) {
  const Cut cut("“It ‘failed’ us,” she said.");
  ASSERT_EQ(cut.text.quotations.size(), 2U);
  EXPECT_TRUE(cut.text.tokens[0].has(kOpenQuote));
  EXPECT_TRUE(cut.text.tokens[2].has(kOpenQuote));
  EXPECT_TRUE(cut.text.tokens[4].has(kCloseQuote));
  EXPECT_TRUE(cut.text.tokens[7].has(kCloseQuote));
  const std::vector<std::uint32_t> owners = {0, 0, 1, 1, 1, 0, 0, 0, kNone, kNone, kNone};
  EXPECT_EQ(cut.text.quotation_of, owners);
  EXPECT_EQ(cut.text.quotations[0].style, QuoteStyle::curly);
  EXPECT_EQ(cut.text.quotations[1].style, QuoteStyle::single_curly);
}

}  // namespace
}  // namespace hearsay::test
