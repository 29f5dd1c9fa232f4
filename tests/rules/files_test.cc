// What a file that cannot be taken says: syntax, DOCTYPE, includes, size, depth.
#include <gtest/gtest.h>

#include "rules/pack_fixture.h"

namespace hearsay {
namespace {

constexpr const char* kFineLexicons = "<lexicons><lexicon id=\"fine\"><e>ok</e></lexicon></lexicons>";

TEST(PackFiles, SyntaxErrorHasItsPlaceAndTheRestStands) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", "<lexicons>\n  <lexicon id=\"x\"><e>say</f></lexicon>\n</lexicons>");
  folder.put("en/lexicons/b.xml", kFineLexicons);
  const Pack pack = folder.load();
  EXPECT_EQ(folder.printed(),
            "en/lexicons/a.xml:2:27: error: XML: start-end tags mismatch\n"
            "    <lexicon id=\"x\"><e>say</f></lexicon>\n"
            "                            ^\n");
  EXPECT_NE(pack.program.lexicons.named("fine"), kNoLexicon);
}

TEST(PackFiles, DoctypeAndEntitiesAreRefused) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml",
             "<?xml version=\"1.0\"?>\n<!DOCTYPE lexicons [<!ENTITY x SYSTEM "
             "\"file:///etc/passwd\">]>\n<lexicons>&x;</lexicons>");
  (void)folder.load();
  EXPECT_EQ(folder.printed(),
            "en/lexicons/a.xml:2:1: error: DOCTYPE is not allowed\n"
            "  <!DOCTYPE lexicons [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
            "  ^\n");
}

TEST(PackFiles, NoUtf8IsRefused) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", "<lexicons>\n<lexicon id=\"x\"><e>caf\xe9</e></lexicon></lexicons>");
  (void)folder.load();
  EXPECT_TRUE(folder.printed().starts_with("en/lexicons/a.xml:2:23: error: no UTF-8\n")) << folder.printed();
}

TEST(PackFiles, IncludesAreReadOnceAndCyclesNamed) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", "<lexicons><include href=\"more/c.inc\"/></lexicons>");
  std::filesystem::create_directories(folder.root() / "en/lexicons/more");
  folder.put("en/lexicons/more/c.inc", kFineLexicons);
  EXPECT_NE(folder.load().program.lexicons.named("fine"), kNoLexicon);
  EXPECT_EQ(folder.printed(), "");

  folder.put("en/lexicons/more/c.inc", "<lexicons><include href=\"../a.xml\"/></lexicons>");
  (void)folder.load();
  EXPECT_EQ(folder.printed(),
            "en/lexicons/more/c.inc:1:20: error: include cycle: \"../a.xml\" includes this file\n"
            "  <lexicons><include href=\"../a.xml\"/></lexicons>\n"
            "                     ^\n");

  folder.put("en/lexicons/a.xml", "<lexicons><include href=\"gone.xml\"/></lexicons>");
  (void)folder.load();
  EXPECT_EQ(folder.printed(),
            "en/lexicons/a.xml:1:20: error: included file \"gone.xml\" is missing\n"
            "  <lexicons><include href=\"gone.xml\"/></lexicons>\n"
            "                     ^\n");
}

TEST(PackFiles, HostileFilesAreRefused) {
  const auto first_line = [](const std::string& text) {
    PackFolder folder;
    folder.put("en/lexicons/a.xml", text);
    (void)folder.load();
    return folder.diagnostics.empty() ? std::string() : folder.diagnostics[0].message;
  };
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  for (int i = 0; i < 100000; ++i) deep += "</a>";
  EXPECT_EQ(first_line(deep), "elements are nested more than 32 deep");
  EXPECT_EQ(first_line(""), "XML: no document element found");
  EXPECT_EQ(first_line(std::string("\0\0\0", 3)), "a character that XML has not");
  EXPECT_EQ(first_line("\xEF\xBB\xBF<rulez/>"), "unknown root element <rulez>");
  EXPECT_EQ(first_line("<lexicons>" + std::string((8U << 20U), ' ') + "</lexicons>"), "file is larger than 8 MB");
}

TEST(PackFiles, NoPackAtAllIsFatal) {
  Diagnostics diagnostics;
  EXPECT_THROW((void)load_pack({.root = "/nowhere/at/all", .language = "en", .extra = {}}, diagnostics), Fatal);
}

}  // namespace
}  // namespace hearsay
