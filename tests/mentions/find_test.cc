#include "mentions/find.h"

#include <gtest/gtest.h>

#include <chrono>

#include "pack.h"

namespace hearsay {
namespace {

struct PhraseRow {
  const char* text;
  const char* range;  // of the mention asked for
  const char* kind;
  const char* name;
  const char* role;
  const char* affiliation;
};

class FindMentions : public testing::TestWithParam<PhraseRow> {};

TEST_P(FindMentions, Phrase) {
  const PhraseRow& row = GetParam();
  const Prepared made = prepare(row.text);
  std::string seen;
  for (const Mention& mention : made.mentions.all) {
    seen += "\n  [" + made.words(mention.range) + "] " + std::string(source_kind_name(mention.kind));
    if (made.words(mention.range) != row.range) continue;
    EXPECT_EQ(source_kind_name(mention.kind), row.kind) << row.text;
    EXPECT_EQ(made.words(mention.name), row.name) << row.text;
    EXPECT_EQ(made.words(mention.role), row.role) << row.text;
    EXPECT_EQ(made.words(mention.affiliation), row.affiliation) << row.text;
    return;
  }
  FAIL() << row.text << " has no mention [" << row.range << "]:" << seen;
}

INSTANTIATE_TEST_SUITE_P(
    Persons, FindMentions,
    testing::Values(
        PhraseRow{"Asif Rana, a doctor, said no.", "Asif Rana, a doctor", "named-person", "Asif Rana", "a doctor", ""},
        PhraseRow{"Dr. Ruiz agreed.", "Dr. Ruiz", "named-person", "Ruiz", "Dr.", ""},
        PhraseRow{"Kesh's special envoy for Oland Omar Rana left.", "Kesh's special envoy for Oland Omar Rana",
                  "named-person", "Omar Rana", "Kesh's special envoy for Oland", "Kesh"},
        PhraseRow{"Harbour Ministry spokesperson Ana Ruiz said no.", "Harbour Ministry spokesperson Ana Ruiz",
                  "named-person", "Ana Ruiz", "spokesperson", "Harbour Ministry"},
        PhraseRow{"A spokesman for the ministry Omar Rana said no.", "A spokesman for the ministry Omar Rana",
                  "named-person", "Omar Rana", "A spokesman for the ministry", ""},
        PhraseRow{"The secretary of the Water Division, Omar Rana, who led the talks, spoke.",
                  "The secretary of the Water Division, Omar Rana, who led the talks", "named-person", "Omar Rana",
                  "The secretary of the Water Division", "Water Division"},
        PhraseRow{"A spokeswoman for the Importers’ Association, Lena Ost, said no.",
                  "A spokeswoman for the Importers’ Association, Lena Ost", "named-person", "Lena Ost",
                  "A spokeswoman for the Importers’ Association", "Importers’ Association"},
        PhraseRow{"The statement on X, formerly known as Twitter, sank.",
                  "The statement on X, formerly known as Twitter", "document", "", "statement", ""},
        PhraseRow{"A weary Holm left.", "A weary Holm", "named-person", "Holm", "", ""},
        PhraseRow{"They met in Veldmark. Veldmark froze.", "Veldmark", "other", "Veldmark", "", ""},
        PhraseRow{"Mr. Holm hopes so.", "Mr. Holm", "named-person", "Holm", "Mr.", ""},
        PhraseRow{"Ana Ruiz told Radio Cove.", "Radio Cove", "media", "Radio Cove", "", ""},
        PhraseRow{"The Teachers' Union struck.", "The Teachers' Union", "named-organisation", "Teachers' Union", "",
                  ""},
        PhraseRow{"Secretary of State Ana Ruiz left.", "Secretary of State Ana Ruiz", "named-person", "Ana Ruiz",
                  "Secretary of State", ""},
        PhraseRow{"Sen. Ana Ruiz (R-Ohio) spoke.", "Sen. Ana Ruiz (R-Ohio)", "named-person", "Ana Ruiz", "Sen.", ""}));

INSTANTIATE_TEST_SUITE_P(
    Unnamed, FindMentions,
    testing::Values(
        PhraseRow{"Two officials said no.", "Two officials", "unnamed-group", "", "officials", ""},
        PhraseRow{"A senior official said no.", "A senior official", "unnamed-person", "", "senior official", ""},
        PhraseRow{"Sources privy to the talks said no.", "Sources privy to the talks", "unnamed-group", "", "Sources",
                  ""},
        PhraseRow{"People familiar with the matter said no.", "People familiar with the matter", "unnamed-group", "",
                  "People", ""},
        PhraseRow{"Officials who were not authorized to speak said no.", "Officials who were not authorized to speak",
                  "unnamed-group", "", "Officials", ""},
        PhraseRow{"The 24-year-old said no.", "The 24-year-old", "unnamed-person", "", "24-year-old", ""},
        PhraseRow{"A 24-year-old engineer said no.", "A 24-year-old engineer", "unnamed-person", "",
                  "24-year-old engineer", ""},
        PhraseRow{"An aide who asked not to be named said no.", "An aide who asked not to be named", "unnamed-person",
                  "", "aide", ""},
        PhraseRow{"An official who was not authorized to speak publicly said no.",
                  "An official who was not authorized to speak publicly", "unnamed-person", "", "official", ""},
        PhraseRow{"An aide who spoke because she feared for her job said no.",
                  "An aide who spoke because she feared for her job", "unnamed-person", "", "aide", ""},
        PhraseRow{"An official who declined to be named because talks are going on told us no.",
                  "An official who declined to be named because talks are going on", "unnamed-person", "", "official",
                  ""},
        PhraseRow{"A man whose house was swept away said no.", "A man whose house was swept away", "unnamed-person", "",
                  "man", ""},
        PhraseRow{"An official who said he was ill told us no.", "An official who said he was ill", "unnamed-person",
                  "", "official", ""},
        PhraseRow{"Residents waiting near the dam said no.", "Residents waiting near the dam", "unnamed-group", "",
                  "Residents", ""},
        PhraseRow{"Residents saying the dam leaked left.", "Residents", "unnamed-group", "", "Residents", ""},
        PhraseRow{"Pakistani officials said no.", "Pakistani officials", "unnamed-group", "", "officials", "Pakistani"},
        PhraseRow{"Americans believe it.", "Americans", "collective", "Americans", "", ""},
        PhraseRow{"One of the villagers said no.", "One of the villagers", "unnamed-person", "", "villagers", ""},
        PhraseRow{"60 percent of voters said no.", "60 percent of voters", "collective", "", "voters", ""},
        PhraseRow{"A handful of officials said no.", "A handful of officials", "unnamed-group", "", "officials", ""},
        PhraseRow{"A glazier, who left, said no.", "A glazier, who left", "unnamed-person", "", "glazier", ""},
        PhraseRow{"Policymakers said no.", "Policymakers", "unnamed-group", "", "Policymakers", ""},
        PhraseRow{"Two farmers said no.", "Two farmers", "unnamed-group", "", "farmers", ""},
        PhraseRow{"Many farmers said no.", "Many farmers", "collective", "", "Many farmers", ""},
        PhraseRow{"Millions of dollars went.", "Millions of dollars", "other", "", "dollars", ""},
        PhraseRow{"Something failed.", "Something", "other", "", "Something", ""},
        PhraseRow{"67 percent said no.", "67 percent", "collective", "", "percent", ""},
        PhraseRow{"The mayor herself said no.", "The mayor herself", "unnamed-person", "", "mayor", ""},
        PhraseRow{"Two of her aides said no.", "Two of her aides", "unnamed-group", "", "aides", "her"},
        PhraseRow{"14:10 Mayor urges calm.", "Mayor", "unnamed-person", "", "Mayor", ""},
        PhraseRow{"The German said no.", "The German", "unnamed-person", "", "German", ""},
        PhraseRow{"A recent report said no.", "A recent report", "document", "", "recent report", ""}));

INSTANTIATE_TEST_SUITE_P(
    Bodies, FindMentions,
    testing::Values(
        PhraseRow{"The Harbour Ministry said no.", "The Harbour Ministry", "named-organisation", "Harbour Ministry", "",
                  ""},
        PhraseRow{"In a note Reuters said no.", "Reuters", "media", "Reuters", "", ""},
        PhraseRow{"Rana’s office said no.", "Rana’s office", "named-organisation", "", "office", "Rana"},
        PhraseRow{"the Ruiz campaign said no.", "the Ruiz campaign", "named-organisation", "", "campaign", "Ruiz"},
        PhraseRow{"U.S. Tides and Coast Protection said no.", "U.S. Tides and Coast Protection", "named-organisation",
                  "", "", ""},
        PhraseRow{"Lena May met May.", "Lena May", "named-person", "Lena May", "", ""},
        PhraseRow{"Lena Holm left in May.", "May", "other", "", "", ""},
        PhraseRow{"He sailed the Baltic.", "the Baltic", "named-organisation", "Baltic", "", ""},
        PhraseRow{"Storm Edda grew.", "Storm Edda", "other", "Storm Edda", "", ""},
        PhraseRow{"He left the coast of Varn.", "Varn", "other", "Varn", "", ""},
        PhraseRow{"The state news agency KNA said no.", "The state news agency KNA", "media", "KNA",
                  "state news agency", ""},
        PhraseRow{"Ruiz accused the union of greed.", "the union", "named-organisation", "", "union", ""},
        PhraseRow{"Hebra Quell, which runs the route, said no.", "Hebra Quell, which runs the route",
                  "named-organisation", "Hebra Quell", "", ""},
        PhraseRow{"Lenmark Energy said no.", "Lenmark Energy", "named-organisation", "Lenmark Energy", "", ""}));

TEST(FindMentions, CompoundsComeBeforeTheirParts) {
  const Prepared made = prepare("Ana Ruiz and Omar Rana agreed.");
  ASSERT_GE(made.mentions.all.size(), 3U);
  EXPECT_TRUE(made.mentions.all[0].compound);
  EXPECT_EQ(made.words(made.mentions.all[0].range), "Ana Ruiz and Omar Rana");
  EXPECT_EQ(made.words(made.mentions.all[1].range), "Ana Ruiz");
  EXPECT_EQ(made.mentions.all[0].number, GrammaticalNumber::plural);
}

TEST(FindMentions, ClosingCommaIsOutAndTold) {
  const Prepared made = prepare("Asif Rana, the envoy, said no.");
  const std::uint32_t first = made.mentions.starts_at[0];
  ASSERT_NE(first, kNone);
  EXPECT_TRUE(made.mentions.all[first].comma_after);
  EXPECT_EQ(made.words(made.mentions.all[first].range), "Asif Rana, the envoy");
  EXPECT_EQ(made.words(made.mentions.all[first].core), "Asif Rana");
}

TEST(FindMentions, GenderAndNumber) {
  const Prepared made = prepare("She told him that the spokeswoman and the officials left.");
  EXPECT_EQ(made.mentions.all[0].gender, Gender::female);
  EXPECT_TRUE(made.mentions.all[0].pronoun);
  EXPECT_EQ(made.mentions.all[1].gender, Gender::male);
}

std::string repeated(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

class Pathological : public testing::TestWithParam<const char*> {};

/// Linear: 100,000 pieces in a few seconds even without optimisation.
TEST_P(Pathological, IsLinear) {
  const Prepared made = prepare(repeated(GetParam(), 100'000));
  EXPECT_EQ(made.tags.size(), made.text.tokens.size());
  for (const Mention& mention : made.mentions.all) {
    ASSERT_LT(mention.core.begin, mention.core.end);
    ASSERT_LE(mention.core.begin, mention.head);
    ASSERT_LE(mention.core.end, made.text.tokens.size());
    ASSERT_LE(mention.range.end, made.text.tokens.size());
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Pathological,
                         testing::Values("Kesh ", "he ", "officials of ", "Ana Ruiz, ", "Rana's ", "the ", "old ",
                                         "who said ", "( ", "Ana and ", "President ", "“ ", "Secretary of State "));

}  // namespace
}  // namespace hearsay
