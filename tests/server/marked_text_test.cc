// Places between what is read and what a client sent, and in UTF-16 units.
#include "server/marked_text.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

/// The words of the whole that `part` of what is read stands in.
std::string placed(const MarkedText& text, std::string_view part) {
  const auto at = static_cast<std::uint32_t>(text.words().find(part));
  const Span place = text.place({at, at + static_cast<std::uint32_t>(part.size())});
  return text.whole().substr(place.begin, place.size());
}

TEST(MarkedText, WordsAloneStandWhereTheyStand) {
  const MarkedText text("One. Two.");
  EXPECT_EQ(text.words(), "One. Two.");
  EXPECT_EQ(placed(text, "Two"), "Two");
}

TEST(MarkedText, MarkupIsNotReadAndCounts) {
  MarkedText text;
  text.add_markup("<p>", "\n\n");
  text.add_words("A ");
  text.add_markup("<b>", "");
  text.add_words("bold");
  text.add_markup("</b>", "");
  text.add_words(" word");
  text.add_markup("<br/>", "\n");
  text.add_words("Next");
  EXPECT_EQ(text.words(), "\n\nA bold word\nNext");
  EXPECT_EQ(text.whole(), "<p>A <b>bold</b> word<br/>Next");
  EXPECT_EQ(placed(text, "bold"), "bold");
  EXPECT_EQ(placed(text, "A bold word"), "A <b>bold</b> word");
  EXPECT_EQ(placed(text, "word\nNext"), "word<br/>Next");
  EXPECT_EQ(placed(text, "\nNext"), "<br/>Next");
  EXPECT_EQ(placed(text, "Next"), "Next");
}

TEST(MarkedText, MarkupMayBeReadAsMoreThanItIs) {
  MarkedText text;
  text.add_words("a");
  text.add_markup("&amp;", "&");
  text.add_words("b");
  text.add_markup("", "ghost");
  text.add_words("c");
  EXPECT_EQ(placed(text, "a&b"), "a&amp;b");
  EXPECT_EQ(placed(text, "bghostc"), "bc");
  EXPECT_EQ(placed(text, "ghost"), "");
}

TEST(MarkedText, NothingIsAnywhere) {
  const MarkedText text;
  EXPECT_TRUE(text.place({0, 0}).empty());
  EXPECT_TRUE(MarkedText("a").place({1, 1}).empty());
}

TEST(MarkedText, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(MarkedText("a\xff\xc3z").words(), "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST(Utf16, CountsAsTheClientsLanguagesDo) {
  const struct {
    std::string_view text;
    std::uint32_t units;
  } kCases[] = {{"", 0},       {"abc", 3}, {"é", 1}, {"e\u0301", 2}, {"😀", 2}, {"👩‍👧", 5},
                {"a\r\nb", 4}, {"“x”", 3}, {"𝒳y", 3}};
  for (const auto& [text, units] : kCases) {
    EXPECT_EQ(utf16_length(text), units) << text;
    EXPECT_EQ(Utf16Index(text).units(static_cast<std::uint32_t>(text.size())), units) << text;
  }
}

TEST(Utf16, IndexCountsLikeCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "😀" : i % 3 == 1 ? "é" : "plain ";
  const Utf16Index index(text);
  for (std::uint32_t byte = 0; byte <= text.size() + 3; ++byte) {
    std::uint32_t begin = std::min(byte, static_cast<std::uint32_t>(text.size()));
    while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xc0U) == 0x80U) --begin;
    ASSERT_EQ(index.units(byte), utf16_length(std::string_view(text).substr(0, begin))) << byte;
  }
}

}  // namespace
}  // namespace hearsay
