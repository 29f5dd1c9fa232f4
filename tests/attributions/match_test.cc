// Matching by table: one pattern, one sketched text, and the spans that come out.
#include "attributions/match.h"

#include <gtest/gtest.h>

#include "attributions/sketch.h"
#include "rules/pack_fixture.h"

namespace hearsay {
namespace {

constexpr const char* kGrammar = R"(<lexicons>
  <lexicon id="aux-be"><e>is</e><e>are</e><e>was</e><e>were</e><e>be</e><e>been</e><e>being</e></lexicon>
  <lexicon id="aux-have"><e>has</e><e>have</e><e>had</e></lexicon>
  <lexicon id="aux-do"><e>do</e><e>does</e><e>did</e></lexicon>
  <lexicon id="modal"><e>would</e><e>will</e><e>may</e></lexicon>
  <lexicon id="negation"><e>not</e><e>never</e><e>n't</e></lexicon>
  <lexicon id="adverb"><e>also</e><e>later</e><e>however</e></lexicon>
  <lexicon id="time"><e>friday</e><e>monday</e><e>week</e><e>may</e></lexicon>
  <lexicon id="say" pos="verb"><e forms="says saying said">say</e><e prep="for on">call</e><e>point out</e><e>claim</e>
    <e forms="quotes quoting quoted">quote</e></lexicon>
  <lexicon id="go" pos="verb"><e forms="goes going went gone">go</e></lexicon>
  <lexicon id="hearer" pos="noun"><e>reporter</e><e>news agency</e></lexicon>
  <lexicon id="report-noun" pos="noun"><e prep="of">claim</e><e>news conference</e></lexicon>
</lexicons>)";

/// The first match, as "cue=… source=… …" in a fixed order, or "".
std::string first_match(const std::string& rules, std::string_view line, const char* only = "") {
  PackFolder folder;
  folder.put("en/lexicons/grammar.xml", kGrammar);
  folder.put("en/x.xml", "<rules pack=\"en\">" + rules + "</rules>");
  const Pack pack = folder.load();
  EXPECT_EQ(folder.printed(), "");
  const Sketch s = sketch(line, pack.program.vocabulary);
  const auto matches = find_matches(s.article(), pack.program);
  if (matches.empty()) return "";
  const Match& m = matches[0];
  if (std::string_view(only) == "count") return std::to_string(matches.size());
  std::string out = "cue=" + s.words(m.cue);
  for (std::size_t i = 0; i < kSlotCount; ++i) {
    const auto slot = static_cast<Slot>(i);
    if (slot != Slot::cue && !m.slots[i].empty()) out += " " + std::string(slot_name(slot)) + "=" + s.words(m.slots[i]);
  }
  if (m.passive) out += " passive";
  if (m.negated) out += " negated";
  if (m.inverted) out += " inverted";
  if (m.content_before != kNone) out += " before=" + std::to_string(m.content_before);
  if (m.content_after != kNone) out += " after=" + std::to_string(m.content_after);
  return out;
}

std::string rule(const std::string& patterns) {
  return "<rule id=\"x.y\">" + patterns + "</rule>";
}

struct PatternRow {
  std::string pattern;
  std::string_view text;
  std::string_view expected;
};

TEST(Match, VerbGroupsBelongToTheCue) {
  const std::string say = "<pattern content=\"after\"><source/> <cue lex=\"say\"/></pattern>";
  const std::string passive = "<pattern><source/> <cue lex=\"say\" voice=\"passive\"/></pattern>";
  const std::string any = "<pattern><source/> <cue lex=\"say\" voice=\"any\"/></pattern>";
  const PatternRow rows[] = {
      {say, "[ Ruiz ] said it failed", "cue=said source=Ruiz"},
      {say, "[ Ruiz ] has also said it failed", "cue=has also said source=Ruiz"},
      {say, "[ Ruiz ] did not say why", "cue=did not say source=Ruiz negated"},
      {say, "[ Ruiz ] would later say it", "cue=would later say source=Ruiz"},
      {say, "[ Ruiz ] was saying so", "cue=was saying source=Ruiz"},
      {say, "[ Ruiz ] was quoted", ""},
      {say, "[ Ruiz ] had been quoted", ""},
      {say, "[ Ruiz ] would have said so", "cue=would have said source=Ruiz"},
      {passive, "[ Ruiz ] was quoted", "cue=was quoted source=Ruiz passive"},
      {passive, "[ Ruiz ] has been quoted", "cue=has been quoted source=Ruiz passive"},
      {passive, "[ Ruiz ] is being quoted", "cue=is being quoted source=Ruiz passive"},
      {passive, "[ Ruiz ] got quoted", "cue=got quoted source=Ruiz passive"},
      {passive, "[ Ruiz ] quoted him", ""},
      {any, "[ Ruiz ] was quoted", "cue=was quoted source=Ruiz passive"},
      {say, "[ Ruiz ] called for calm", "cue=called for source=Ruiz"},
      {say, "[ Ruiz ] called the plan bad", "cue=called source=Ruiz"},
      {say, "[ Ruiz ] also pointed out that", "cue=also pointed out source=Ruiz"},
      {say, "the/DT [ claims ] claims/NNS here", ""},
      {"<pattern><source/> <cue lex=\"say\" prep=\"yes\"/></pattern>", "[ Ruiz ] called a taxi", ""},
      {"<pattern><source/> <cue lex=\"say\" prep=\"yes\"/> calm</pattern>", "[ Ruiz ] called for calm",
       "cue=called for source=Ruiz"},
      {"<pattern><source/> <cue lex=\"say\" form=\"ing\"/></pattern>", "[ Ruiz ] said", ""},
  };
  for (const PatternRow& row : rows) EXPECT_EQ(first_match(rule(row.pattern), row.text), row.expected) << row.text;
}

TEST(Match, SpeltAuxiliariesAreThePatternsOwn) {
  const std::string was = "<pattern><source/> was <cue lex=\"say\" form=\"past\"/> as saying</pattern>";
  EXPECT_EQ(first_match(rule(was), "[ Ruiz ] was quoted as saying so"), "cue=quoted source=Ruiz passive");
  EXPECT_EQ(first_match(rule(was), "[ Ruiz ] on Friday was quoted as saying so"), "cue=quoted source=Ruiz passive");
  const std::string spelt =
      "<pattern><source/> <cue><w lex=\"aux-be\"/> <w lex=\"say\" form=\"participle\"/> as saying</cue></pattern>";
  EXPECT_EQ(first_match(rule(spelt), "[ Ruiz ] has also been quoted as saying so"),
            "cue=has also been quoted as saying source=Ruiz");
  const std::string on = "<pattern><source/> <cue><w lex=\"go\"/> on to <w lex=\"say\" form=\"base\"/></cue></pattern>";
  EXPECT_EQ(first_match(rule(on), "[ Ruiz ] went on to say so"), "cue=went on to say source=Ruiz");
}

TEST(Match, WhatStandsBetweenSourceAndCueIsPassedOver) {
  const std::string say = rule("<pattern content=\"after\"><source/> <cue lex=\"say\"/></pattern>");
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"[ Ruiz ] on Friday said so", "Ruiz"},
      {"[ Ruiz ] late last week said so", "Ruiz"},
      {"[ Ruiz ] , speaking in Lima , said so", "Ruiz"},
      {"[ Ruiz ] ( R-Lima ) said so", "Ruiz"},
      {"[ The ministry ] , however , said so", "The ministry"},
      {"[ Ruiz , the mayor ], said so", "Ruiz , the mayor"},
      {"[ Ruiz ] , who/WP runs/VBZ it , said so", "Ruiz"},
      {"[ Ruiz ] , who/WP runs/VBZ it , on Friday said so", "Ruiz"},
      {"[ Ruiz ] — once mayor — said so", "Ruiz"},
  };
  for (const auto& [text, source] : rows)
    EXPECT_EQ(first_match(say, text), "cue=said source=" + std::string(source)) << text;
  EXPECT_EQ(first_match(say, "[ Ruiz ] , left/VBD early , said so"), "");
  EXPECT_EQ(first_match(say, "[ Ruiz ] a b c said so"), "");
}

TEST(Match, InversionPutsTheSourceBehind) {
  const std::string say =
      rule("<pattern content=\"before after\" invert=\"true\"><source/> <cue lex=\"say\"/> <opt>that</opt></pattern>");
  EXPECT_EQ(first_match(say, "“ It failed ” said [ Ruiz ]"), "cue=said source=Ruiz inverted");
  EXPECT_EQ(first_match(say, "“ It failed ” said on Friday [ Ruiz ]"), "cue=said source=Ruiz inverted");
  EXPECT_EQ(first_match(say, "[ Ruiz ] said that it failed"), "cue=said source=Ruiz");
}

TEST(Match, PartsOfPatterns) {
  const PatternRow rows[] = {
      {"<pattern><cue>according to</cue> <source/></pattern>", "According to [ Ruiz ] it failed",
       "cue=According to source=Ruiz"},
      {"<pattern><cue><alt><or>according to</or><or>in the words of</or></alt></cue> <source/></pattern>",
       "In the words of [ Ruiz ]", "cue=In the words of source=Ruiz"},
      {"<pattern><line-start/> <source/> <cue>:</cue> <content/></pattern>", "[ Ruiz ] : We go",
       "cue=: source=Ruiz after=2"},
      {"<pattern><line-start/> <source/> <cue>:</cue> <content/></pattern>", "So [ Ruiz ] : We go", ""},
      {"<pattern><content/> <cue>—</cue> <source/> <line-end/></pattern>", "“ We go ” -- [ Ruiz ]",
       "cue=-- source=Ruiz before=4"},
      {"<pattern><source/> <cue lex=\"say\"/> <gap max=\"2\"/> that</pattern>", "[ Ruiz ] said a b that",
       "cue=said source=Ruiz"},
      {"<pattern><source/> <cue lex=\"say\"/> <gap max=\"2\"/> that</pattern>", "[ Ruiz ] said a b c that", ""},
      {"<pattern><source/> <cue lex=\"say\"/> <gap max=\"4\"/> that</pattern>", "[ Ruiz ] said a , b that", ""},
      {"<pattern><source/> <cue lex=\"say\"/> <recipient lex=\"hearer\"/></pattern>",
       "[ Ruiz ] said [ local reporters ]", "cue=said source=Ruiz recipient=local reporters"},
      {"<pattern><source/> <cue lex=\"say\"/> <recipient lex=\"hearer\"/></pattern>", "[ Ruiz ] said [ the mayor ]",
       ""},
      {"<pattern><source/> <cue lex=\"say\"/> <recipient lex=\"hearer\"/></pattern>", "[ Ruiz ] said [ a news agency ]",
       "cue=said source=Ruiz recipient=a news agency"},
      {"<pattern><source kind=\"media\"/> <cue lex=\"say\"/></pattern>", "[ Ruiz ] said", ""},
      {"<pattern><source kind=\"media named-person\"/> <cue lex=\"say\"/></pattern>", "[ Ruiz ] said",
       "cue=said source=Ruiz"},
      {"<pattern><source>his</source> <cue lex=\"report-noun\"/> <content takes=\"that\"/></pattern>",
       "His claim of a win", "cue=claim of source=His after=3"},
      {"<pattern source=\"none\"><cue lex=\"say\"/> <number/> percent</pattern>", "said 4 5 percent", "cue=said"},
      {"<pattern><source/> <cue lex=\"say\"/> because <reason/></pattern>",
       "[ Ruiz ] said because he was afraid , and left", "cue=said source=Ruiz reason=he was afraid"},
      {"<pattern><source/> <cue lex=\"say\"/> \" so</pattern>", "[ Ruiz ] said “ so ”", ""},
      {"<pattern><source/> <cue lex=\"say\"/></pattern>", "[ Ruiz ] | said so", ""},
      {"<pattern><source/> <cue lex=\"say\"/></pattern>", "[ Ruiz ] ¶ said so", ""},
      {"<pattern><source/> <cue lex=\"say\"/></pattern>", "“ [ Ruiz ] ” said so", ""},
      {"<pattern><source/> <cue lex=\"say\"/></pattern>", "“ [ Ruiz ] said so ”", "cue=said source=Ruiz"},
  };
  for (const PatternRow& row : rows)
    EXPECT_EQ(first_match(rule(row.pattern), row.text), row.expected) << row.pattern << " on " << row.text;
}

TEST(Match, ModifiersNeedNoCue) {
  const std::string modifier =
      "<modifier id=\"m.x\"><pattern at=\"anywhere\">at <medium lex=\"report-noun\"/></pattern></modifier>";
  EXPECT_EQ(first_match(modifier, "He spoke at [ a news conference ]"), "cue=at medium=a news conference");
}

TEST(Match, ALongLineStaysFast) {
  PackFolder folder;
  folder.put("en/lexicons/grammar.xml", kGrammar);
  folder.put("en/x.xml", "<rules pack=\"en\">" +
                             rule("<pattern><gap max=\"16\"/> <opt>a</opt> <opt>a</opt> <gap max=\"16\"/> <opt>a</opt> "
                                  "<gap max=\"16\"/> zz <cue lex=\"say\"/></pattern>") +
                             "</rules>");
  const Pack pack = folder.load();
  std::string line;
  for (int i = 0; i < 20000; ++i) line += i % 3 == 0 ? "said " : "a ";
  const Sketch s = sketch(line, pack.program.vocabulary);
  EXPECT_TRUE(find_matches(s.article(), pack.program).empty());
}

}  // namespace
}  // namespace hearsay
