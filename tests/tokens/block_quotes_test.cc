// Blocks that are set apart as quoted. Lines that begin with "> " are such blocks.
#include <gtest/gtest.h>

#include "tokens/lines.h"

namespace hearsay::test {
namespace {

std::string quoted(const std::string& lines) {
  Document document = paragraphs_of(lines);
  for (Block& block : document.blocks) {
    if (document.text.compare(block.span.begin, 2, "> ") == 0) block.kind = BlockKind::blockquote;
  }
  const Text text = tokenize(document, english_vocabulary());
  std::string all;
  for (const Quotation& quotation : text.quotations) {
    if (!all.empty()) all += " | ";
    if (quotation.parent != kNone) all += "^";
    if (quotation.continues != kNone) all += "+";
    all += text_of(document, text, quotation.tokens);
  }
  return all;
}

TEST(BlockQuotes, AreQuotations) {
  const std::string long_tale =
      "The wall at Port Elm fell on Monday and nobody knows who is to pay for a new one now.\n";
  EXPECT_EQ(quoted("Marn wrote:\n> We knew. We paid.\n> Nobody else did.\nIt rained."),
            "We knew. We paid. | +Nobody else did.");
  EXPECT_EQ(quoted("Marn wrote\n> We knew."), "We knew.");
  EXPECT_EQ(quoted("Marn wrote:\n> We “mended” it."), "We “mended” it. | ^“mended”");
  EXPECT_EQ(quoted("Marn wrote:\n> “We knew.”\n> “We paid.”"), "“We knew.” | +“We paid.”");
  EXPECT_EQ(quoted(long_tale + "> We knew."), "We knew.");
  EXPECT_EQ(quoted(long_tale + "> “We knew,” said Marn."), "“We knew,”");
  EXPECT_EQ(quoted("It fell.\n> We all saw it fall.\n> It was old."), "");  // all is set so: the page's layout
  EXPECT_EQ(quoted("It fell on Monday, they say.\nIt rained."), "");
}

TEST(BlockQuotes, EndBeforeTheirSignature) {
  EXPECT_EQ(quoted("It fell:\n> We knew.\n> — Ivo Marn, harbour master"), "We knew.");
  EXPECT_EQ(quoted("It fell:\n> We knew. — Ivo Marn"), "We knew.");
  EXPECT_EQ(quoted("It fell:\n> We knew. — Ivo Marn\n> We paid. — Ada Lind"), "We knew. | We paid.");
  EXPECT_EQ(quoted("It fell:\n> We knew — Ivo told us — and paid."), "We knew — Ivo told us — and paid.");
}

TEST(Unseen, WordsAreTheSameWithoutIt) {
  const Cut plain("According to Reyes, it failed.");
  const Cut hyphened("Accor\u00adding to Rey\u200bes\u200b, \ufeffit fail\u00aded.");
  ASSERT_EQ(hyphened.text.tokens.size(), plain.text.tokens.size());
  for (std::size_t i = 0; i < plain.text.tokens.size(); ++i) {
    EXPECT_EQ(hyphened.text.tokens[i].hash, plain.text.tokens[i].hash) << i;
    EXPECT_EQ(hyphened.text.tokens[i].flags, plain.text.tokens[i].flags) << i;
  }
  EXPECT_EQ(hyphened.words(), "Accor\u00adding|to|Rey\u200bes|,|it|fail\u00aded|.");
}

}  // namespace
}  // namespace hearsay::test
