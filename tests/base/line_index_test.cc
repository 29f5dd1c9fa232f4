#include "base/line_index.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace hearsay {
namespace {

TEST(LineIndex, CountsColumnsInCodePoints) {
  const std::string text = "añb\r\nzwei\rdrei\n\n“q”";
  const LineIndex index(text);
  EXPECT_EQ(index.lines(), 5U);
  EXPECT_EQ(index.position(0), (LineColumn{1, 1}));
  EXPECT_EQ(index.position(3), (LineColumn{1, 3}));  // b, behind a letter of two bytes
  EXPECT_EQ(index.position(6), (LineColumn{2, 1}));
  EXPECT_EQ(index.position(11), (LineColumn{3, 1}));  // behind a lone \r
  EXPECT_EQ(index.position(20), (LineColumn{5, 2}));
  EXPECT_EQ(index.position(4000), index.position(static_cast<std::uint32_t>(text.size())));
  EXPECT_EQ(index.line_start(2), 6U);
  EXPECT_EQ(index.line_start(99), text.size());
}

TEST(LineIndex, AgreesWithCountingEverywhere) {
  std::string text;
  for (int i = 0; i < 90; ++i) text += i % 7 == 0 ? "“é🙂”\n" : "plain ";
  const LineIndex index(text);
  for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
    if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xc0U) == 0x80U) continue;
    ASSERT_EQ(index.code_point(byte), count_code_points(std::string_view(text).substr(0, byte))) << byte;
  }
}

TEST(LineIndex, EmptyTextAndChunkBorders) {
  EXPECT_EQ(LineIndex("").position(0), (LineColumn{1, 1}));
  for (const std::size_t size : {63U, 64U, 65U, 128U}) {
    const std::string text(size, 'x');
    EXPECT_EQ(LineIndex(text).code_point(static_cast<std::uint32_t>(size)), size);
  }
}

}  // namespace
}  // namespace hearsay
