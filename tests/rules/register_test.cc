// Registers as loaded: look-ups by alias, id, account and domain, and what a broken entry says.
#include "rules/register.h"

#include <gtest/gtest.h>

#include "rules/pack_fixture.h"

namespace hearsay {
namespace {

constexpr const char* kMedia = R"(<register id="media" name="Media">
  <entry id="radio-x" kind="media" country="PK" reliability="C" affiliation="gov-x"><name>Radio X</name><alias>RX</alias>
    <alias ambiguous="true">The Sun</alias><account>@RadioX</account><domain>x.example</domain></entry>
  <entry id="radio-x-news" kind="media"><name>Radio X News</name></entry>
  <entry id="gov-x" kind="government"><name>Government of X</name><alias>Port X’s government</alias></entry>
</register>)";

TEST(Register, LongestAliasIdAccountAndDomain) {
  PackFolder folder;
  const Pack pack = folder.put("registers/media.xml", kMedia).load();
  ASSERT_EQ(folder.printed(), "");
  const Register& registers = pack.registers;
  ASSERT_EQ(registers.entries().size(), 3U);
  EXPECT_EQ(registers.entry(0).reliability, 'C');
  EXPECT_EQ(registers.judge(registers.entry(0).judge).by, "Media");
  EXPECT_EQ(registers.entry(1).reliability, 0) << "nobody graded it";
  EXPECT_EQ(registers.entry(0).kind, RegisterKind::media);
  const auto shorter = registers.find(ids(pack, {"radio", "x", "said"}));
  ASSERT_TRUE(shorter);
  EXPECT_EQ(shorter->entry, 0U);
  EXPECT_EQ(shorter->length, 2U);
  EXPECT_FALSE(shorter->ambiguous);
  EXPECT_EQ(registers.find(ids(pack, {"radio", "x", "news"}))->entry, 1U);
  EXPECT_TRUE(registers.find(ids(pack, {"the", "sun"}))->ambiguous);
  EXPECT_TRUE(registers.find(ids(pack, {"port", "x", "'s", "government"})));
  EXPECT_FALSE(registers.find(ids(pack, {"radio"})));
  EXPECT_EQ(registers.by_id("gov-x"), 2U);
  EXPECT_EQ(registers.by_account("@radiox"), 0U);
  EXPECT_EQ(registers.by_domain("www.X.example"), 0U);
  EXPECT_FALSE(registers.by_domain("example"));
}

TEST(Register, ColumnsOfTheHouseAreKeptAsTheyAre) {
  PackFolder folder;
  const Pack pack = folder
                        .put("registers/house.xml", R"(<register id="house">
  <entry id="oda" kind="person"><name>Oda Brakk</name><column name="beat">harbour</column><column name="Region"> north </column></entry>
</register>)")
                        .load();
  ASSERT_EQ(folder.printed(), "");
  using Columns = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(pack.registers.entry(0).columns, (Columns{{"beat", "harbour"}, {"Region", "north"}}));
  PackFolder broken;
  static_cast<void>(broken
                        .put("registers/house.xml", R"(<register id="house">
  <entry id="oda" kind="person"><name>Oda Brakk</name><column>harbour</column></entry>
  <entry id="ida" kind="person"><name>Ida Holm</name><column name="a">1</column><column name="a">2</column></entry>
</register>)")
                        .load());
  EXPECT_NE(broken.printed().find("<column> without name"), std::string::npos);
  EXPECT_NE(broken.printed().find("second <column> \"a\""), std::string::npos);
}

TEST(Register, JudgementsKeepTheirScopeAndWhoseTheyAre) {
  PackFolder folder;
  const Pack pack = folder
                        .put("registers/judged.xml", R"(<register id="panel" judge="The Panel" judged="2026-04"
  licence="CC BY 4.0" page="https://panel.example/list">
  <judgement><name>Velo Post</name><name>The Post of Velo</name><domain>velopost.example</domain>
    <verdict says="generally reliable" scope="sport" letter="B"/><verdict says="no consensus" scope="politics"/></judgement>
  <judgement country="GB"><name>Morning Bell</name><domain>bell.example</domain><verdict says="deprecated" letter="E"/></judgement>
  <judgement><name>Coast Weekly</name><verdict says="no consensus" discussed="2024"/></judgement>
</register>)")
                        .load();
  ASSERT_EQ(folder.printed(), "");
  const Register& registers = pack.registers;
  const auto of = [&](std::vector<std::string> domains, std::vector<std::string> names) {
    return registers.judgement(domains, names);
  };
  ASSERT_EQ(of({"news.velopost.example"}, {}), 0U);
  const Judgement& velo = registers.judgements()[0];
  EXPECT_EQ(velo.verdicts[0].scope, "sport");
  EXPECT_EQ(velo.verdicts[0].letter, 'B');
  EXPECT_EQ(velo.verdicts[1].says, "no consensus");
  EXPECT_EQ(velo.verdicts[1].letter, 0) << "no consensus gives no letter";
  EXPECT_EQ(registers.judge(velo.judge).by, "The Panel");
  EXPECT_EQ(registers.judge(velo.judge).date, "2026-04");
  EXPECT_EQ(registers.judge(velo.judge).licence, "CC BY 4.0");
  EXPECT_EQ(of({}, {"the post of velo"}), 0U);
  EXPECT_EQ(of({"elsewhere.example"}, {"Velo Post"}), std::nullopt) << "another outlet of that name";
  EXPECT_EQ(of({"bell.example"}, {}), 1U);
  EXPECT_EQ(of({}, {"Morning Bell"}), std::nullopt) << "a country tells it from others of its name";
  EXPECT_EQ(of({"coast.example"}, {"Coast Weekly"}), 2U);
  EXPECT_FALSE(registers.find(ids(pack, {"velo", "post"}))) << "a judgement makes nothing recognised";
}

TEST(Register, TwoOwnersOfOneAlias) {
  PackFolder folder;
  folder.put("registers/a.xml",
             "<register id=\"a\">\n<entry id=\"p\" kind=\"media\"><name>The Post</name></entry>\n</register>");
  folder.put("registers/b.xml",
             "<register id=\"b\">\n<entry id=\"q\" kind=\"media\"><name>The Post</name></entry>\n"
             "<entry id=\"r\" kind=\"media\"><name ambiguous=\"true\">the post</name></entry>\n</register>");
  const Pack pack = folder.load();
  EXPECT_EQ(folder.printed(),
            "registers/b.xml:2:28: error: alias of \"q\" belongs to \"p\" already (registers/a.xml:2)\n"
            "  <entry id=\"q\" kind=\"media\"><name>The Post</name></entry>\n"
            "                             ^\n");
  EXPECT_EQ(pack.registers.find(ids(pack, {"the", "post"}))->entry, 0U);
}

TEST(Register, BrokenEntriesAreNamed) {
  const std::pair<const char*, const char*> rows[] = {
      {"<entry id=\"p\" kind=\"radio\"><name>P</name></entry>",
       "registers/a.xml:2:15: error: unknown kind \"radio\" of a register entry\n"},
      {"<entry kind=\"media\"><name>P</name></entry>", "registers/a.xml:2:1: error: <entry> without id\n"},
      {"<entry id=\"p\" kind=\"media\"/>", "registers/a.xml:2:1: error: <entry> without <name>\n"},
      {"<entry id=\"p\" kind=\"media\" from=\"May\"><name>P</name></entry>",
       "registers/a.xml:2:28: error: a date is written 2021, 2021-08 or 2021-08-15\n"},
      {"<entry id=\"p\" kind=\"media\" reliability=\"Z\"><name>P</name></entry>",
       "registers/a.xml:2:28: error: reliability is a letter from A to F\n"},
      {"<entry id=\"p\" kind=\"media\" affiliation=\"q\"><name>P</name></entry>",
       "registers/a.xml:2:1: error: affiliation \"q\" is no entry's id\n"},
      {"<entry id=\"p\" kind=\"media\"><name>P</name><nick>Q</nick></entry>",
       "registers/a.xml:2:42: error: unknown element <nick> in <entry>\n"},
  };
  for (const auto& [line, expected] : rows) {
    PackFolder folder;
    folder.put("registers/a.xml", std::string("<register id=\"a\">\n") + line +
                                      "\n<entry id=\"fine\" kind=\"media\"><name>Fine</name></entry></register>");
    const Pack pack = folder.load();
    EXPECT_EQ(folder.printed().substr(0, folder.printed().find('\n') + 1), expected);
    EXPECT_TRUE(pack.registers.by_id("fine"));
  }
}

}  // namespace
}  // namespace hearsay
