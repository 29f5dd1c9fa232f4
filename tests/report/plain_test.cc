#include "report/plain.h"

#include <gtest/gtest.h>

#include "report/markup.h"

namespace hearsay {
namespace {

TEST(Plain, OneLineHoldsNoControls) {
  const struct {
    std::string_view in, out;
  } cases[] = {{"  a \t\r\n b  ", "a b"},
               {"red \x1b[31mink\x1b[0m", "red [31mink[0m"},
               {"a\xE2\x80\xAE"
                "b",
                "ab"},  // U+202E turns the rest of a line round
               {"a\xE2\x80\xA8"
                "b",
                "a b"},  // U+2028
               {"bell\x07\x7F", "bell"},
               {"\xC2\x9B"
                "31m",
                "31m"},  // U+009B is ESC [ in one character
               {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
               {"נעצור 🚚", "נעצור 🚚"},
               {"", ""}};
  for (const auto& one : cases) EXPECT_EQ(one_line(one.in), one.out);
}

TEST(Plain, WidthCountsColumns) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("東京"), 4U);
  EXPECT_EQ(display_width("e\xCC\x81"), 1U);  // a combining accent
  EXPECT_EQ(cut_to("abcdef", 6), "abcdef");
  EXPECT_EQ(cut_to("abcdef", 5), "abcd…");
  EXPECT_EQ(cut_to("ab cdef", 4), "ab…");
  EXPECT_EQ(cut_to("東京都", 5), "東京…");
  EXPECT_EQ(cut_to("東京都", 4), "東…");
}

TEST(Plain, XmlCharactersKeepTheirNumber) {
  EXPECT_EQ(xml_characters(std::string_view("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(xml_characters("\x01\t\r\n"), "\xEF\xBF\xBD\t\r\n");
  EXPECT_EQ(xml_characters("\xEF\xBF\xBE|\xEF\xBF\xBF"), "\xEF\xBF\xBD|\xEF\xBF\xBD");
  EXPECT_EQ(xml_characters("\xE2\x80\xA8"), "\xE2\x80\xA8");
}

TEST(Markup, EscapesWhatCouldBecomeMarkup) {
  EXPECT_EQ(escaped("<a href='x'>\"&amp;\"</a>"), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&quot;&lt;/a&gt;");
  EXPECT_EQ(escaped(std::string_view("\0", 1)), "\xEF\xBF\xBD");
}

TEST(Markup, OnlyWebAddressesBecomeLinks) {
  for (const std::string_view good : {"http://a.example/", "HTTPS://a.example/x?y=1&z=2"}) {
    EXPECT_EQ(safe_address(good), good);
  }
  for (const std::string_view bad :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://a.example", "data:text/html,x", "//a.example", "/x", "",
        "https://", "http:/a", "https://a\nb", "https:\\\\a.example", "vbscript:x", "file:///etc/passwd"}) {
    EXPECT_EQ(safe_address(bad), "") << bad;
    EXPECT_EQ(outer_link(bad, bad).find("<a"), std::string::npos) << bad;
  }
  EXPECT_EQ(outer_link("https://a.example/\"><script>", "x"),
            "<a class=\"out\" href=\"https://a.example/&quot;&gt;&lt;script&gt;\" rel=\"noopener noreferrer\">x</a>");
}

TEST(Markup, HashIsThatOfTheBytes) {
  EXPECT_EQ(content_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

TEST(Plain, ADayInWords) {
  EXPECT_EQ(day_words("2022-11-05T10:00:00Z"), "5 November 2022");
  EXPECT_EQ(day_words("2022-02-28"), "28 February 2022");
  for (const char* other : {"", "2022", "2022-13-05", "2022-11-5", "2022-11-05x", "5 May", "20x2-11-05"})
    EXPECT_EQ(day_words(other), other);
}

}  // namespace
}  // namespace hearsay
