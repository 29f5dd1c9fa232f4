#include "document/text/encoding.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "read_english.h"

namespace hearsay {
namespace {

struct EncodingCase {
  std::string_view name;
  std::string_view bytes;
  std::string_view declared;
  std::string_view encoding;
  std::string_view text;
};

using namespace std::string_view_literals;

TEST(Encoding, OrderOfTrust) {
  const EncodingCase cases[] = {
      {"mark",
       "\xef\xbb\xbf"
       "caf\xc3\xa9",
       "iso-8859-1", "utf-8", "café"},
      {"ascii", "cafe", "iso-8859-1", "utf-8", "cafe"},
      {"lying label", "caf\xc3\xa9", "gb2312", "utf-8", "café"},
      {"latin-1 means windows-1252",
       "\x93"
       "caf\xe9\x94",
       "ISO-8859-1", "windows-1252", "“café”"},
      {"label believed", "\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251", "windows-1251", "Привет"},
      {"label that does not exist",
       "he said \x93yes\x94 and left the room, and nobody saw him again in the town of Orlo until the harvest was "
       "over. "
       "Nobody asked why, and nobody went to look for him in the hills beyond the river, where he had a house of "
       "stone.",
       "klingon", "windows-1252",
       "he said “yes” and left the room, and nobody saw him again in the town of Orlo until the harvest was over. "
       "Nobody asked why, and nobody went to look for him in the hills beyond the river, where he had a house of "
       "stone."},
      {"utf-16le",
       "\xff\xfe"
       "a\0\xe9\0"sv,
       "", "utf-16le", "aé"},
      {"utf-16be", "\xfe\xff\0a\0\xe9"sv, "", "utf-16be", "aé"},
      {"utf-16 without mark", "a\0b\0c\0d\0e\0f\0g\0h\0i\0\xe9\0"sv, "", "utf-16le", "abcdefghié"},
  };
  for (const EncodingCase& c : cases) {
    const Decoded decoded = to_utf8(c.bytes, c.declared, "x");
    EXPECT_EQ(decoded.encoding, c.encoding) << c.name;
    EXPECT_EQ(decoded.text, c.text) << c.name;
  }
}

TEST(Encoding, NotesALabelThatLied) {
  const Decoded decoded = to_utf8("caf\xc3\xa9", "gb2312", "page.html");
  ASSERT_EQ(decoded.diagnostics.size(), 1U);
  EXPECT_EQ(decoded.diagnostics[0].severity, Severity::note);
  EXPECT_EQ(decoded.diagnostics[0].file, "page.html");
  EXPECT_EQ(decoded.diagnostics[0].message, "declares gb2312 but was read as utf-8");
}

TEST(Encoding, AWoundInUtf8IsReplacedWithAWarning) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += "é“";
  bytes += "\xe2\x80 end";
  const Decoded decoded = to_utf8(bytes, "", "x");
  EXPECT_EQ(decoded.encoding, "utf-8");
  EXPECT_TRUE(is_valid_utf8(decoded.text));
  ASSERT_EQ(decoded.diagnostics.size(), 1U);
  EXPECT_EQ(decoded.diagnostics[0].severity, Severity::warning);
}

TEST(Encoding, EveryResultIsValidUtf8) {
  std::string bytes;
  for (int i = 1; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  for (const char* label :
       {"", "utf-8", "shift_jis", "gb2312", "windows-1252", "big5", "euc-jp", "utf-7", "utf-16", "x"}) {
    EXPECT_TRUE(is_valid_utf8(to_utf8(bytes, label, "x").text)) << label;
  }
}

TEST(Encoding, DeclaredLabels) {
  EXPECT_EQ(declared_encoding("<html><meta charset=\"Windows-1252\">"), "windows-1252");
  EXPECT_EQ(declared_encoding("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"), "iso-8859-2");
  EXPECT_EQ(declared_encoding("<?xml version='1.0' encoding='UTF-8'?><html/>"), "utf-8");
  EXPECT_EQ(declared_encoding("<html><p>charset=none</p>"), "");
}

TEST(Encoding, BinaryFilesAreNamed) {
  EXPECT_EQ(binary_kind("%PDF-1.7 ..."), "a PDF document");
  EXPECT_EQ(binary_kind("PK\x03\x04"), "a ZIP archive or office document");
  EXPECT_EQ(binary_kind("ab\0\0\x01\x02\x03"sv), "binary data");
  EXPECT_EQ(binary_kind("A line.\n\tAnother\r\n"), "");
}

TEST(Read, UnreadableFilesGiveAnErrorWithARemedy) {
  ReadLimits small;
  small.max_bytes = 10;
  struct Bad {
    std::string_view bytes;
    std::string_view message;
  };
  for (const Bad& bad :
       {Bad{"", "empty file"}, Bad{" \n\n ", "empty file"}, Bad{"%PDF-1.", "a PDF that is torn or damaged"},
        Bad{"more than ten bytes", "19 bytes are too many for one article (at most 10)"}}) {
    const Document document = read_english(bad.bytes, "in/a.b.txt", small);
    EXPECT_EQ(document.text, "");
    EXPECT_EQ(document.id, "a.b");
    ASSERT_EQ(document.diagnostics.size(), 1U) << bad.message;
    EXPECT_EQ(document.diagnostics[0].severity, Severity::error);
    EXPECT_EQ(document.diagnostics[0].message, bad.message);
    EXPECT_NE(document.diagnostics[0].remedy, "");
  }
}

TEST(Read, SpansIndexTheFileWithCarriageReturnsButWithoutTheMark) {
  const Document document = read_english("\xef\xbb\xbfTitle of it\r\n\r\nThe mayor said so on Monday.\r\n", "x.txt");
  EXPECT_EQ(document.text, "Title of it\r\n\r\nThe mayor said so on Monday.\r\n");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].span, (Span{15, 43}));
}

}  // namespace
}  // namespace hearsay
