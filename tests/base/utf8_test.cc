#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

struct Validity {
  std::string_view text;
  std::size_t prefix;
};

TEST(Utf8, ValidPrefixEndsWhereTheFirstBrokenSequenceBegins) {
  const Validity cases[] = {
      {"", 0},
      {"plain text of more than eight bytes", 35},
      {"né – “ok” 🙂", 21},
      {"abc\x80", 3},      // continuation without start
      {"abc\xc0\xaf", 3},  // overlong
      {"abcdefghij\xe0\x80\x80", 10},
      {"a\xed\xa0\x80", 1},      // surrogate
      {"a\xf4\x90\x80\x80", 1},  // above U+10FFFF
      {"a\xe2\x82", 1},          // cut off
      {"a\xff", 1},
  };
  for (const Validity& c : cases) EXPECT_EQ(valid_utf8_prefix(c.text), c.prefix) << c.text;
}

TEST(Utf8, DecodesAndCounts) {
  const std::string_view text = "aé–🙂";
  EXPECT_EQ(decode(text, 0).value, U'a');
  EXPECT_EQ(decode(text, 1).value, U'é');
  EXPECT_EQ(decode(text, 3).value, U'–');
  EXPECT_EQ(decode(text, 6).value, U'🙂');
  EXPECT_EQ(decode(text, 10).length, 0U);
  EXPECT_FALSE(decode("\x80", 0).valid);
  EXPECT_EQ(count_code_points(text), 4U);
  std::string longer;
  for (int i = 0; i < 100; ++i) longer += text;
  EXPECT_EQ(count_code_points(longer), 400U);
}

TEST(Utf8, LowersCodePointByCodePoint) {
  EXPECT_EQ(lower("The MAYOR of Ä–ÉØ"), "the mayor of ä–éø");
  EXPECT_EQ(lower("МЭР"), "мэр");
  EXPECT_EQ(count_code_points(lower("İIß")), 3U);
}

TEST(Utf8, AppendWritesReplacementForWhatIsNoCharacter) {
  std::string out;
  append_utf8(out, U'€');
  append_utf8(out, 0xd800);
  append_utf8(out, 0x110000);
  EXPECT_EQ(out, "€\xef\xbf\xbd\xef\xbf\xbd");
}

TEST(Utf8, TrimsUnicodeSpaces) {
  EXPECT_EQ(trim("\xc2\xa0 \tword\xe2\x80\x8b\r\n"), "word");
  EXPECT_EQ(trim(" \n "), "");
  EXPECT_EQ(trim("“a b”"), "“a b”");
}

}  // namespace
}  // namespace hearsay
