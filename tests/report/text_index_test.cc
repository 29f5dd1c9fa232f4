#include "report/text_index.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

TEST(TextIndex, CountsCodePointsOfEveryWidth) {
  const std::string text = "aé€😀b";  // 1, 2, 3, 4 and 1 bytes
  const TextIndex index(text);
  EXPECT_EQ(index.size(), 5U);
  const std::uint32_t bytes[] = {0, 1, 3, 6, 10, 11};
  for (std::uint32_t i = 0; i < 6; ++i) {
    EXPECT_EQ(index.code_point(bytes[i]), i);
    EXPECT_EQ(index.byte(i), bytes[i]);
  }
  EXPECT_EQ(index.slice({1, 4}), "é€😀");
}

TEST(TextIndex, AgreesWithCountingAlongALongText) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i % 7 == 0 ? "😀" : i % 3 == 0 ? "é" : i % 11 == 0 ? "\n" : "x";
  const TextIndex index(text);
  std::uint32_t expected = 0;
  for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) continue;
    ASSERT_EQ(index.code_point(byte), expected);
    ASSERT_EQ(index.byte(expected), byte);
    ++expected;
  }
  EXPECT_EQ(index.size(), expected);
}

TEST(TextIndex, CutsWhatLiesBeyondTheText) {
  const std::string text = "short";
  const TextIndex index(text);
  EXPECT_EQ(index.code_point(99), 5U);
  EXPECT_EQ(index.byte(99), 5U);
  EXPECT_EQ(index.slice({3, 99}), "rt");
  EXPECT_EQ(index.slice({4, 2}), "");
  EXPECT_EQ(TextIndex("").size(), 0U);
  EXPECT_EQ(TextIndex("").byte(0), 0U);
}

TEST(TextIndex, BytesThatAreNoUtf8DoNotStopIt) {
  const std::string text = "\x80\x80" + std::string(100, '\xBF') + "a\xFF" + std::string(70, '\x80');
  const TextIndex index(text);
  EXPECT_EQ(index.size(), 2U);
  EXPECT_EQ(index.byte(0), 102U);
  EXPECT_EQ(index.byte(1), 103U);
  EXPECT_EQ(index.byte(2), text.size());
}

TEST(TextIndex, LinesAndColumnsCountFromOneInCodePoints) {
  const std::string text = "é1\r\n\n€€x\n";
  const TextIndex index(text);
  const struct {
    std::uint32_t at, line, column;
  } cases[] = {{0, 1, 1}, {1, 1, 2}, {3, 1, 4}, {4, 2, 1}, {5, 3, 1}, {7, 3, 3}, {9, 4, 1}};
  for (const auto& one : cases) {
    const LineColumn place = index.line_column(one.at);
    EXPECT_EQ(place.line, one.line) << one.at;
    EXPECT_EQ(place.column, one.column) << one.at;
  }
}

}  // namespace
}  // namespace hearsay
