// Rule files as loaded: what is read, what a broken one says, what lint and expand tell.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

#include "rules/compile.h"
#include "rules/expand.h"
#include "rules/lint.h"
#include "rules/pack_fixture.h"

namespace hearsay {
namespace {

constexpr const char* kSayLexicons =
    "<lexicons><lexicon id=\"say\" pos=\"verb\"><e forms=\"says saying said\">say</e><e "
    "stance=\"deny\">deny</e><e>point out</e></lexicon></lexicons>";
constexpr const char* kFineRule =
    "<rule id=\"x.fine\"><pattern content=\"after\"><source/> <cue lex=\"say\"/></pattern>"
    "<pass><source>Ana</source> said it failed.</pass><fail>No.</fail></rule>";

struct Broken {
  std::string rule;      // one line, the third of the file
  std::string expected;  // place, message
};

TEST(Rules, ABrokenRuleIsNamedAndTheRestStands) {
  const Broken rows[] = {
      {"<rule id=\"x.a\"><pattern><sorce/> <cue lex=\"say\"/></pattern></rule>",
       "2:25: error: unknown slot or element <sorce> in a pattern"},
      {"<rule id=\"x.a\"><pattern><source knd=\"media\"/> <cue lex=\"say\"/></pattern></rule>",
       "2:33: error: unknown attribute \"knd\" of <source>"},
      {"<rule id=\"x.a\"><pattern><source kind=\"media radio\"/> <cue lex=\"say\"/></pattern></rule>",
       "2:33: error: unknown kind \"radio\""},
      {"<rule id=\"x.a\"><pattern><source/> <cue lex=\"sya\"/></pattern></rule>",
       "2:40: error: unknown lexicon \"sya\""},
      {"<rule id=\"x.a\"><pattern><source not=\"sya\"/> <cue lex=\"say\"/></pattern></rule>",
       "2:33: error: unknown lexicon \"sya\""},
      {"<rule id=\"x.a\"><pattern><source/> <cue lex=\"say\" form=\"pst\"/></pattern></rule>",
       "2:50: error: unknown form \"pst\""},
      {"<rule id=\"x.a\"><pattern><source/> <cue lex=\"say\" form=\"plural\"/></pattern></rule>",
       "2:35: error: unreachable: no word of the lexicon has this form"},
      {"<rule id=\"x.a\"><pattern><source/> <use ref=\"nope\"/> <cue lex=\"say\"/></pattern></rule>",
       "2:40: error: unknown define \"nope\""},
      {"<rule id=\"x.a\"><pattern><source/> <use ref=\"loop\"/> <cue lex=\"say\"/></pattern></rule>",
       "1:45: error: define \"loop\" uses itself"},
      {"<rule id=\"x.a\"><pattern><source/> said</pattern></rule>", "2:16: error: pattern without cue"},
      {"<rule id=\"x.a\"><pattern><opt><cue lex=\"say\"/></opt> <source/></pattern></rule>",
       "2:16: error: pattern without cue"},
      {"<rule id=\"x.a\"><pattern><cue>said</cue> <source/> <cue>so</cue></pattern></rule>",
       "2:51: error: pattern with two cues"},
      {"<rule id=\"x.a\"><pattern><source/> <cue><name/></cue></pattern></rule>",
       "2:35: error: cue that no word anchors"},
      {"<rule id=\"x.a\"><pattern><source/> <cue/></pattern></rule>", "2:35: error: cue that no word anchors"},
      {"<rule id=\"x.a\"><pattern/></rule>", "2:16: error: empty pattern"},
      {"<rule id=\"x.a\"><pattern><source/> <content/> <cue lex=\"say\"/></pattern></rule>",
       "2:35: error: <content/> stands in the middle of a pattern"},
      {"<rule id=\"x.a\"><pattern>so <line-start/> <cue lex=\"say\"/></pattern></rule>",
       "2:28: error: unreachable: <line-start/> after words"},
      {"<rule id=\"x.a\"><pattern><gap max=\"99\"/> <cue lex=\"say\"/></pattern></rule>",
       "2:30: error: a gap is of 1 to 16 words"},
      {"<rule id=\"x.a\"><pattern><alt/> <cue lex=\"say\"/></pattern></rule>", "2:25: error: empty <alt>"},
      {"<rule id=\"x.a\"/>", "2:1: error: rule without pattern"},
      {"<rule><pattern><cue lex=\"say\"/></pattern></rule>", "2:1: error: <rule> without id"},
      {"<rule id=\"x.fine\"><pattern><cue lex=\"say\"/></pattern></rule>",
       "3:7: error: duplicate rule \"x.fine\", first at en/x.xml:2"},
      {"<rule id=\"x.a\" confidence=\"2\"><pattern><cue lex=\"say\"/></pattern></rule>",
       "2:16: error: confidence is a number from 0 to 1"},
      {"<rule id=\"x.a\"><pattern><cue lex=\"say\"/></pattern><pass>Nothing tagged.</pass></rule>",
       "2:51: error: example without tags"},
      {"<rule id=\"x.a\"><pattern><cue lex=\"say\"/></pattern><pass><sorce>A</sorce> said.</pass></rule>",
       "2:57: error: unknown slot <sorce> in an example"},
      {"<rule id=\"x.a\"><pattern stance=\"grumpy\"><cue lex=\"say\"/></pattern></rule>",
       "2:25: error: unknown stance \"grumpy\""},
      {"<claim id=\"x.a\" kind=\"figures\"><pattern>percent</pattern></claim>",
       "2:17: error: unknown kind \"figures\""},
      {"<claim id=\"x.a\" kind=\"figure\"><pattern><number/></pattern></claim>",
       "2:31: error: pattern that no word anchors"},
      {"<ruel id=\"x.a\"/>", "2:1: error: unknown element <ruel> in <rules>"},
  };
  for (const Broken& row : rows) {
    PackFolder folder;
    folder.put("en/lexicons/a.xml", kSayLexicons);
    folder.put("en/x.xml", "<rules pack=\"en\"><define id=\"loop\">the <use ref=\"loop\"/></define>\n" + row.rule +
                               "\n" + kFineRule + "\n</rules>");
    const Pack pack = folder.load();
    const std::string printed = folder.printed();
    EXPECT_EQ(printed.substr(0, printed.find('\n')), "en/x.xml:" + row.expected) << row.rule;
    EXPECT_EQ(pack.program.rules.size(), 1U) << row.rule;
    EXPECT_FALSE(pack.program.patterns.empty());
  }
}

TEST(Rules, AnErrorShowsItsLineWithACaret) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", kSayLexicons);
  folder.put(
      "en/x.xml",
      "<rules pack=\"en\">\n  <rule id=\"x.a\">\n    <pattern>“ é <cue lex=\"sya\"/></pattern>\n  </rule>\n</rules>");
  (void)folder.load();
  EXPECT_EQ(folder.printed(),
            "en/x.xml:3:23: error: unknown lexicon \"sya\"\n"
            "      <pattern>“ é <cue lex=\"sya\"/></pattern>\n"
            "                        ^\n");
}

TEST(Rules, AlternativesThatMultiplyAreRefused) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", kSayLexicons);
  std::string defines;
  for (int i = 1; i < 30; ++i) {
    const std::string use = "<use ref=\"d" + std::to_string(i - 1) + "\"/>";
    defines += "<define id=\"d" + std::to_string(i) + "\">" + use + " " + use + "</define>";
  }
  folder.put("en/x.xml",
             "<rules pack=\"en\"><define id=\"d0\">a b</define>" + defines +
                 "<rule id=\"x.a\"><pattern><use ref=\"d29\"/> <cue lex=\"say\"/></pattern></rule></rules>");
  const Pack pack = folder.load();
  ASSERT_EQ(folder.diagnostics.size(), 1U);
  EXPECT_EQ(folder.diagnostics[0].message, "pattern of more than 2000 parts");
  EXPECT_TRUE(pack.program.rules.empty());
}

TEST(Rules, ReadsWhatIsWritten) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", kSayLexicons);
  folder.put("en/calibration.tsv",
             "rule\tentry\tsupport\tprecision\nx.a\t-\t12\t0.75\nx.gone\t-\t1\t1\nx.a\tmany\t1\n");
  folder.put(
      "en/x.xml",
      R"(<rules pack="en" version="7" family="speech"><define id="in">in <alt><or>a</or><or>the</or></alt></define>
  <rule id="x.a" name="X said" confidence="0.9"><pattern content="before split" invert="true" takes="clause quote" needs="quote" source="none"
    medium="tweet" stance="doubt" where="line-start headline"><source kind="media" pronoun="no"/>, <cue lex="say" form="past third" voice="any"/> <use ref="in"/></pattern>
  <pass chain="article&lt;-A" title="T"><source resolves="Ana  Ruiz">She</source>
     said <content>so</content>.</pass></rule></rules>)");
  const Pack pack = folder.load();
  ASSERT_EQ(pack.program.rules.size(), 1U);
  const Rule& rule = pack.program.rules[0];
  EXPECT_EQ(folder.printed(),
            "en/calibration.tsv:4:1: error: not \"rule, entry, support, precision\"\n  x.a\tmany\t1\n  ^\n");
  EXPECT_EQ(rule.family, "speech");
  EXPECT_EQ(rule.support, 12U);
  EXPECT_DOUBLE_EQ(rule.precision, 0.75);
  const Pattern& pattern = rule.patterns[0];
  EXPECT_TRUE(pattern.orders.before && pattern.orders.split && !pattern.orders.after && pattern.invert &&
              pattern.needs_quote && pattern.no_source);
  EXPECT_EQ(pattern.where, "headline");
  ASSERT_EQ(pattern.elements.size(), 5U);
  EXPECT_EQ(pattern.elements[0].kind, ElementKind::line_start);
  EXPECT_FALSE(pattern.elements[1].pronouns);
  EXPECT_EQ(pattern.elements[2].kind, ElementKind::punct);
  EXPECT_EQ(pattern.elements[4].children.size(), 2U);
  ASSERT_EQ(rule.examples.size(), 1U);
  EXPECT_EQ(rule.examples[0].chain, "article<-A");
  ASSERT_EQ(rule.examples[0].pieces.size(), 4U);
  EXPECT_EQ(rule.examples[0].pieces[1].text, " said ");
  EXPECT_EQ(rule.examples[0].pieces[0].resolves, "Ana  Ruiz");
  ASSERT_EQ(pack.program.packs.size(), 1U);
  EXPECT_EQ(pack.program.packs[0].sha256.size(), 64U);
}

TEST(Rules, LintNamesWhatShouldNotShip) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml",
             "<lexicons><lexicon id=\"say\" pos=\"verb\"><e>add</e><e>add</e><e "
             "stance=\"grumpy\">state</e></lexicon></lexicons>");
  folder.put("en/x.xml",
             "<rules pack=\"en\">\n<rule id=\"x.a\"><pattern content=\"after\"><source/> <cue lex=\"say\"/></pattern>\n"
             "<pass><source>Ana</source> added so.</pass>\n<pass><source>Ana</source> added so.</pass></rule>\n"
             "<rule id=\"Bad\"><pattern><cue lex=\"say\"/></pattern><fail>No.</fail></rule></rules>");
  const Pack pack = folder.load();
  EXPECT_EQ(folder.printed(), "");
  folder.diagnostics = lint(pack);
  EXPECT_EQ(folder.printed(),
            ": warning: lexicon \"say\" holds \"add\" twice\n"
            ": error: lexicon \"say\", entry \"state\": unknown stance \"grumpy\"\n"
            "en/x.xml:2:1: error: rule \"x.a\" without fail\n"
            "en/x.xml:4:1: error: duplicate example, first at en/x.xml:3\n"
            "en/x.xml:5:1: warning: id \"Bad\" is not family.name in lower case\n"
            "en/x.xml:5:1: error: rule \"Bad\" without pass\n"
            "en/x.xml:5:16: warning: pattern without content\n");
}

TEST(Rules, ExpandWritesEverythingOut) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", kSayLexicons);
  folder.put("en/x.xml",
             "<rules pack=\"en\"><rule id=\"x.a\"><pattern content=\"after\" invert=\"true\"><source/> <cue "
             "lex=\"say\"/> <opt>that</opt></pattern></rule></rules>");
  const Pack pack = folder.load();
  EXPECT_EQ(expand_lexicon(pack.program, "say"),
            (std::vector<std::string>{"say: say says saying said  (verb)",
                                      "deny: deny denies denying denied  (verb, stance=deny)",
                                      "point out: point out (several words)  (verb)"}));
  EXPECT_TRUE(expand_lexicon(pack.program, "nope").empty());
  EXPECT_EQ(expand_pattern(pack.program.rules[0].patterns[0]),
            (std::vector<std::string>{"<source> <cue:say>", "<source> <cue:say> that", "<cue:say> <source>"}));
  EXPECT_EQ(cue_words(pack.program),
            (std::vector<std::string>{"denied", "denies", "deny", "denying", "point", "pointed", "pointing", "points",
                                      "said", "say", "saying", "says"}));
}

TEST(Rules, APatternCostsNothingWhereItsAnchorIsAbsent) {
  PackFolder folder;
  folder.put("en/lexicons/a.xml", kSayLexicons);
  folder.put("en/x.xml",
             std::string("<rules pack=\"en\">") + kFineRule +
                 "<rule id=\"x.b\"><pattern><source/> <cue>:</cue></pattern></rule>"
                 "<claim id=\"x.c\" kind=\"figure\"><pattern>the <number/> percent of</pattern></claim></rules>");
  const Pack pack = folder.load();
  const auto anchored = [&](std::string_view word) {
    return pack.program.anchored(pack.program.vocabulary.find(word)).size();
  };
  EXPECT_EQ(anchored("said"), 1U);
  EXPECT_EQ(anchored("pointed"), 1U);
  EXPECT_EQ(anchored("out"), 0U);
  EXPECT_EQ(anchored(":"), 1U);
  EXPECT_EQ(anchored("percent"), 1U);
  EXPECT_EQ(anchored("the"), 0U);
  EXPECT_TRUE(pack.program.anchored(kUnknownWord).empty());
}

/// The shipped files against their schemas.
TEST(Schemas, ShippedFilesAreValid) {
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  const std::filesystem::path rules = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules";
  const std::pair<std::string, std::string> rows[] = {
      {"en", "rules.xsd"},          {"en/lexicons", "lexicons.xsd"}, {"en/language", "language.xsd"},
      {"de", "rules.xsd"},          {"de/lexicons", "lexicons.xsd"}, {"de/language", "language.xsd"},
      {"registers", "register.xsd"}};
  for (const auto& [folder, schema] : rows) {
    if (!std::filesystem::is_directory(rules / folder)) continue;
    std::string command = "xmllint --noout --schema '" + (rules / schema).string() + "'";
    bool any = false;
    for (const auto& entry : std::filesystem::directory_iterator(rules / folder)) {
      if (entry.path().extension() != ".xml" || entry.path().filename() == "pack.xml" ||
          entry.path().filename() == "page.xml")
        continue;
      command += " '" + entry.path().string() + "'";
      any = true;
    }
    if (any) {
      EXPECT_EQ(std::system((command + " >/dev/null 2>&1").c_str()), 0) << command;
    }
  }
  for (const auto& [file, schema] : {std::pair("en/pack.xml", "pack.xsd"),
                                     {"en/page.xml", "page.xsd"},
                                     {"pages.xml", "pages.xsd"},
                                     {"languages.xml", "languages.xsd"}}) {
    const std::string command = "xmllint --noout --schema '" + (rules / schema).string() + "' '" +
                                (rules / file).string() + "' >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
  }
}

/// pack.xml names each lexicon that the program asks for by name: a pack without it would find less and not say so.
TEST(WholePack, NamesEveryLexiconTheProgramAsksFor) {
  const auto whole = [](const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::filesystem::path source(HEARSAY_SOURCE_DIR);
  const std::string pack = whole(source / "rules/en/pack.xml");
  const std::regex asked("\\bnamed\\(\"([a-z-]+)\"\\)");
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source / "audit")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".cc" && extension != ".h") continue;
    const std::string code = whole(entry.path());
    for (std::sregex_iterator at(code.begin(), code.end(), asked), end; at != end; ++at, ++count)
      EXPECT_NE(pack.find("<lexicon id=\"" + (*at)[1].str() + "\"/>"), std::string::npos)
          << (*at)[1] << " in " << entry;
  }
  EXPECT_GT(count, 50U);
}

}  // namespace
}  // namespace hearsay
