// Random and pathological texts: the invariants hold, and time stays linear (a quadratic stage would never finish
// here).
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "tokens/invariants.h"
#include "tokens/lines.h"

namespace hearsay::test {
namespace {

std::string repeat(const std::string& part, std::size_t bytes) {
  std::string all;
  all.reserve(bytes + part.size());
  while (all.size() < bytes) all += part;
  return all;
}

TEST(Hostile, Invariants) {
  const char* parts[] = {"\"",  "'",    "''",  "``", "“",    "”",        "‘",        "’",       "«",  "»", "„",
                         " ",   " ",    " ",   "a",  "B",    "Ruiz",     "said",     "s",       "t",  "n", ".",
                         "...", ",",    "?",   "!",  "—",    "-",        "5",        "90",      "\n", "(", ")",
                         "…",   "U.S.", "Mr.", "é",  "\xff", "\xe2\x80", "\xc2\xa0", "@",       "#",  "/", "http://",
                         "=",   "The",  "n't", "&",  "_",    ":",        "😀",        "\xcc\x81"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string lines;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) lines += parts[random() % std::size(parts)];
    const Cut cut(lines);
    ASSERT_EQ(broken_invariant(cut.document, cut.text), "") << lines;
  }
}

TEST(Hostile, OverlongFormsAreNoCharacters) {
  for (const char* dash : {"\xe0\x80\xad", "\xc0\xad", "\xf0\x80\x80\xad", "\xe0\x80\xae"}) {
    const Cut cut(std::string("a ") + dash + " b");
    EXPECT_EQ(broken_invariant(cut.document, cut.text), "");
    EXPECT_EQ(cut.text.tokens.size(), 2 + std::string_view(dash).size());
  }
}

TEST(Hostile, Pathological) {
  const std::size_t quarter = 1U << 18U;
  const std::string parts[] = {
      "\"",   "'",    "“",      "”",    "‘",         "’",          "“a ",   "‘a ",      "'a ", "\"a ", " \" ",
      "«",    "„",    "“ ‘",    "\"'",  ".",         ". ",         ".. ",   "a",        "A.",  "-",    "a-",
      "a's",  "'s",   "n't",    "@a",   "http:",     "a/b.c",      "é",     "’s ",      "(",   ". ( ", "?\" ",
      "\xff", "\xe2", "5'2\" ", "“a. ", "a” “b‘c’ ", "\"a \"b\" ", "‘as’ ", "“a said ", "A ",  "Mr. ", "1. "};
  for (const std::string& part : parts) {
    const Cut cut(repeat(part, quarter));
    EXPECT_EQ(broken_invariant(cut.document, cut.text), "") << part;
  }
}

TEST(Hostile, ManyParagraphs) {
  const Cut cut(repeat("“We go on.\n", 1200000));
  EXPECT_GT(cut.text.paragraphs.size(), 80000U);
  EXPECT_EQ(broken_invariant(cut.document, cut.text), "");
  EXPECT_EQ(cut.text.quotations.back().continues, cut.text.quotations.size() - 2);
}

TEST(Hostile, OneMegabyteOfMarks) {
  for (const char* mark : {"\"", "'", "“", "."}) {
    const Cut cut(std::string(repeat(mark, 1U << 20U)));
    EXPECT_EQ(broken_invariant(cut.document, cut.text), "") << mark;
  }
}

TEST(Hostile, OneLongWord) {
  const Cut cut(repeat("a", 1U << 20U));
  ASSERT_EQ(cut.text.tokens.size(), 1U);
  EXPECT_EQ(cut.text.tokens[0].end, 1U << 20U);
}

TEST(Hostile, EmptyAndBlankBlocks) {
  Document document;
  document.text = "   \n";
  document.blocks.push_back({.span = {0, 3}});
  document.blocks.push_back({.span = {3, 3}});
  const Text text = tokenize(document, english_vocabulary());
  EXPECT_EQ(text.paragraphs.size(), 2U);
  EXPECT_TRUE(text.tokens.empty());
  EXPECT_EQ(broken_invariant(document, text), "");
}

}  // namespace
}  // namespace hearsay::test
