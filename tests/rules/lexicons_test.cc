// Lexicons as loaded: forms, senses, phrases, attributes, and what a broken entry says.
#include <gtest/gtest.h>

#include "rules/lexicon.h"
#include "rules/pack_fixture.h"

namespace hearsay {
namespace {

constexpr const char* kLexicons = R"(<lexicons>
  <lexicon id="say" pos="verb">
    <e forms="says saying said">say</e>
    <e stance="doubt" takes="clause np">Claim</e>
    <e forms="shows showing showed shown">show</e>
    <e>point out</e>
    <e forms="-">quoth</e>
    <e forms="learns learning learned/learnt">learn</e>
  </lexicon>
  <lexicon id="role" pos="noun"><e gender="male">spokesman</e><e>head of state</e><e>chief executive</e><e pos="other">who’s who</e></lexicon>
</lexicons>)";

TEST(Lexicons, FormsOfAWordAreFoundByItsId) {
  PackFolder folder;
  const Pack pack = folder.put("en/lexicons/a.xml", kLexicons).load();
  ASSERT_EQ(folder.printed(), "");
  const Lexicons& lexicons = pack.program.lexicons;
  const Vocabulary& vocabulary = pack.program.vocabulary;
  const LexiconId say = lexicons.named("say");
  ASSERT_NE(say, kNoLexicon);
  EXPECT_EQ(lexicons.named("nothing"), kNoLexicon);
  const std::pair<std::string_view, Form> rows[] = {
      {"say", Form::base},     {"says", Form::third},   {"saying", Form::ing},  {"said", Form::past},
      {"claims", Form::third}, {"claiming", Form::ing}, {"showed", Form::past}, {"shown", Form::participle},
      {"learnt", Form::past},  {"learned", Form::past}, {"quoth", Form::base}};
  for (const auto& [word, form] : rows) {
    const auto sense = lexicons.sense(vocabulary.find(word), say);
    ASSERT_TRUE(sense) << word;
    EXPECT_EQ(sense->form, form) << word;
  }
  EXPECT_EQ(vocabulary.find("quoths"), kUnknownWord);
  EXPECT_EQ(lexicons.senses(vocabulary.find("said")).size(), 2U);  // past and participle
  EXPECT_EQ(lexicons.entry(lexicons.sense(vocabulary.find("claimed"), say)->entry).attribute("stance"), "doubt");
  EXPECT_TRUE(lexicons.set(kUnknownWord).empty());
  EXPECT_TRUE(lexicons.senses(kUnknownWord).empty());
}

TEST(Lexicons, PhrasesTakeTheLongestAndInflectTheRightWord) {
  PackFolder folder;
  const Pack pack = folder.put("en/lexicons/a.xml", kLexicons).load();
  const Lexicons& lexicons = pack.program.lexicons;
  const LexiconId say = lexicons.named("say");
  const auto found = lexicons.phrase(ids(pack, {"pointed", "out", "say"}), say);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->length, 2U);
  EXPECT_EQ(found->form, Form::past);
  EXPECT_EQ(lexicons.entry(found->entry).lemma, "point out");
  EXPECT_FALSE(lexicons.phrase(ids(pack, {"pointed"}), say));
  EXPECT_FALSE(lexicons.phrase(ids(pack, {"pointed", "out"}), lexicons.named("role")));
  EXPECT_TRUE(lexicons.phrase(ids(pack, {"heads", "of", "state"}), kNoLexicon));
  EXPECT_TRUE(lexicons.phrase(ids(pack, {"chief", "executives"}), kNoLexicon));
  EXPECT_TRUE(lexicons.phrase(ids(pack, {"who", "'s", "who"}), kNoLexicon));
  EXPECT_FALSE(lexicons.phrase({}, kNoLexicon));
}

TEST(Lexicons, ALanguageWithoutMorphologyListsItsForms) {
  PackFolder folder;
  std::filesystem::create_directories(folder.root() / "xx" / "lexicons");
  folder.put("xx/lexicons/a.xml",
             "<lexicons><lexicon id=\"say\" pos=\"verb\"><e>dire</e><e forms=\"dit disant dit\">dire</e></lexicon>"
             "<lexicon id=\"role\" pos=\"noun\"><e>maire</e></lexicon></lexicons>");
  Diagnostics diagnostics;
  const Pack pack = load_pack({.root = folder.root(), .language = "xx", .extra = {}}, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  const Vocabulary& vocabulary = pack.program.vocabulary;
  EXPECT_NE(vocabulary.find("dit"), kUnknownWord);
  for (const char* word : {"dires", "dired", "diring", "maires", ""})
    EXPECT_EQ(vocabulary.find(word), kUnknownWord) << word;
}

struct BrokenRow {
  const char* line;
  const char* expected;
};

TEST(Lexicons, BrokenEntriesAreNamedAndLeftOut) {
  const BrokenRow rows[] = {
      {"<lexicon id=\"x\" pos=\"verb\"><e forms=\"a b\">go</e><e>say</e></lexicon>",
       "en/lexicons/a.xml:2:28: error: forms of a verb are \"third ing past\" or \"third ing past participle\"\n"
       "  <lexicon id=\"x\" pos=\"verb\"><e forms=\"a b\">go</e><e>say</e></lexicon>\n"
       "                             ^\n"},
      {"<lexicon id=\"x\" pos=\"vreb\"><e>say</e></lexicon>",
       "en/lexicons/a.xml:2:17: error: unknown pos \"vreb\"\n"
       "  <lexicon id=\"x\" pos=\"vreb\"><e>say</e></lexicon>\n"
       "                  ^\n"},
      {"<lexicon id=\"x\"><e><b/></e></lexicon>",
       "en/lexicons/a.xml:2:17: error: empty entry\n"
       "  <lexicon id=\"x\"><e><b/></e></lexicon>\n"
       "                  ^\n"},
      {"<lexicon id=\"x\"><e stanse=\"doubt\">x</e></lexicon>",
       "en/lexicons/a.xml:2:20: error: unknown attribute \"stanse\" of <e>\n"
       "  <lexicon id=\"x\"><e stanse=\"doubt\">x</e></lexicon>\n"
       "                     ^\n"},
      {"<lexicon id=\"x\"/><lexicon id=\"x\"/>",
       "en/lexicons/a.xml:2:27: error: duplicate lexicon \"x\"\n"
       "  <lexicon id=\"x\"/><lexicon id=\"x\"/>\n"
       "                            ^\n"},
  };
  for (const BrokenRow& row : rows) {
    PackFolder folder;
    folder.put("en/lexicons/a.xml",
               std::string("<lexicons>\n") + row.line + "\n<lexicon id=\"fine\"><e>ok</e></lexicon></lexicons>");
    const Pack pack = folder.load();
    EXPECT_EQ(folder.printed(), row.expected);
    EXPECT_NE(pack.program.lexicons.named("fine"), kNoLexicon);
  }
}

TEST(Lexicons, ExtendAddsToALexiconOfAnotherFile) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", "<lexicons><lexicon id=\"x\"><e>one</e></lexicon></lexicons>");
  folder.put("en/lexicons/b.xml", "<lexicons><lexicon id=\"x\" extend=\"true\"><e>two</e></lexicon></lexicons>");
  const Pack pack = folder.load();
  EXPECT_EQ(folder.printed(), "");
  const LexiconId x = pack.program.lexicons.named("x");
  EXPECT_TRUE(pack.program.lexicons.has(pack.program.vocabulary.find("one"), x));
  EXPECT_TRUE(pack.program.lexicons.has(pack.program.vocabulary.find("two"), x));
}

}  // namespace
}  // namespace hearsay
