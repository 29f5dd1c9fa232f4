// Where a name begins and ends, and what kind of source it is: a row per family.
#include <gtest/gtest.h>

#include "pack.h"

namespace hearsay {
namespace {

struct NameRow {
  const char* text;
  const char* kind;
  const char* name;  // of the first mention that begins with the text, the longest
};

class Names : public testing::TestWithParam<NameRow> {};

TEST_P(Names, First) {
  const NameRow& row = GetParam();
  const Prepared made = prepare(row.text);
  const std::uint32_t first = made.mentions.starts_at[0];
  ASSERT_NE(first, kNone) << row.text;
  const Mention& mention = made.mentions.all[first];
  EXPECT_EQ(source_kind_name(mention.kind), row.kind) << row.text;
  EXPECT_EQ(made.words(mention.name), row.name) << row.text;
}

INSTANTIATE_TEST_SUITE_P(
    Titles, Names,
    testing::Values(NameRow{"Army Chief of Staff General Omar Reed left.", "named-person", "Omar Reed"},
                    NameRow{"The MEC for Health, Thabo Nkosi, left.", "named-person", "Thabo Nkosi"},
                    NameRow{"Minister of Home Affairs Nomsa Dube left.", "named-person", "Nomsa Dube"},
                    NameRow{"Leader of the Opposition Nomsa Dube left.", "named-person", "Nomsa Dube"},
                    NameRow{"Inspector General of Police Adamu Bello left.", "named-person", "Adamu Bello"},
                    NameRow{"Deputy Commissioner of Police (Central) R. Srinath left.", "named-person", "R. Srinath"},
                    NameRow{"Trade and Industry Minister Nomsa Dube left.", "named-person", "Nomsa Dube"},
                    NameRow{"Cove County Sheriff Ed Lopez left.", "named-person", "Ed Lopez"},
                    NameRow{"PC Karen Holt left.", "named-person", "Karen Holt"},
                    NameRow{"Oland Ministry of Fisheries spokesman Gao Feng left.", "named-person", "Gao Feng"},
                    NameRow{"A spokesman for the mayor, Senator Ana Ruiz, left.", "unnamed-person", ""}));

INSTANTIATE_TEST_SUITE_P(
    Roles, Names,
    testing::Values(NameRow{"Moderator and author Lena Ost left.", "named-person", "Lena Ost"},
                    NameRow{"Company founder and chief executive Ruth Kemp left.", "named-person", "Ruth Kemp"},
                    NameRow{"Author and one of the organisers, Kelly Cross, said no.", "named-person", "Kelly Cross"},
                    NameRow{"A neighbour, Ana Ruiz, said no.", "named-person", "Ana Ruiz"},
                    NameRow{"NATO member the Netherlands said no.", "named-organisation", "Netherlands"},
                    NameRow{"NATO member and close ally the Netherlands said no.", "named-organisation", "Netherlands"},
                    NameRow{"The member the Netherlands left behind said no.", "unnamed-person", ""},
                    NameRow{"Harbour historian and Holm biographer Ana Ruiz left.", "named-person", "Ana Ruiz"},
                    NameRow{"Cove military analyst retired Lt. Gen. Mark Reed left.", "named-person", "Mark Reed"},
                    NameRow{"Cove Reform Committee Lena Moss left.", "named-person", "Lena Moss"},
                    NameRow{"Texas-based Ana Ruiz left.", "named-person", "Ana Ruiz"},
                    NameRow{"Harbour lawyer and Cove Institute scholar Scott Holm left.", "named-person", "Scott Holm"},
                    NameRow{"Omar Anton, president and head of Kesh Restaurant Association said no.", "named-person",
                            "Omar Anton"},
                    NameRow{"Wang Lin, founder of the Center for Ports and Globalization, a Varn think tank, left.",
                            "named-person", "Wang Lin"},
                    NameRow{"Omar J. Band left.", "named-person", "Omar J. Band"},
                    NameRow{"Omar “Skip” Lind left.", "named-person", "Omar “Skip” Lind"},
                    NameRow{"Elizabeth (Betty) Lind left.", "named-person", "Elizabeth (Betty) Lind"},
                    NameRow{"Elizabeth (Varn) Lind left.", "named-person", "Elizabeth"},
                    NameRow{"Ana Ruiz, a Harbour Bureau clerk and president of the Oland Guild in Varn, said no.",
                            "named-person", "Ana Ruiz"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, Names,
    testing::Values(NameRow{"Pieter van der Berg left.", "named-person", "Pieter van der Berg"},
                    NameRow{"Khalid bin Rashid al-Harbi left.", "named-person", "Khalid bin Rashid al-Harbi"},
                    NameRow{"Maria de la Cruz Ortega left.", "named-person", "Maria de la Cruz Ortega"},
                    NameRow{"Marcia “Cia” Ruiz left.", "named-person", "Marcia “Cia” Ruiz"},
                    NameRow{"McLeod left.", "named-person", "McLeod"},
                    NameRow{"Analyst Lena Moss questions the figures.", "named-person", "Lena Moss"}));

INSTANTIATE_TEST_SUITE_P(
    Bodies, Names,
    testing::Values(NameRow{"Prosecutors said no.", "named-organisation", ""},
                    NameRow{"Two prosecutors said no.", "unnamed-group", ""},
                    NameRow{"Ministry of Fisheries and Livestock said no.", "named-organisation",
                            "Ministry of Fisheries and Livestock"},
                    NameRow{"St. Anne's Hospital said no.", "named-organisation", "St. Anne's Hospital"},
                    NameRow{"Tehrik-i-Sahil Oland, or TSO, said no.", "named-organisation", "Tehrik-i-Sahil Oland"},
                    NameRow{"Ferry operator Lenmark said no.", "named-organisation", "Lenmark"},
                    NameRow{"House Liberals said no.", "unnamed-group", ""}));

INSTANTIATE_TEST_SUITE_P(Shares, Names,
                         testing::Values(NameRow{"Three in 10 voters stayed home.", "collective", ""},
                                         NameRow{"Two-thirds of residents stayed home.", "collective", ""},
                                         NameRow{"A third of all teachers stayed home.", "collective", ""},
                                         NameRow{"More than half of the voters stayed home.", "collective", ""}));

INSTANTIATE_TEST_SUITE_P(Lone, Names,
                         testing::Values(NameRow{"Another said no.", "unnamed-person", ""},
                                         NameRow{"Others said no.", "unnamed-group", ""},
                                         NameRow{"A deckhand said no.", "unnamed-person", ""},
                                         NameRow{"Any agency said no.", "collective", ""}));

INSTANTIATE_TEST_SUITE_P(Places, Names,
                         testing::Values(NameRow{"New York was quiet.", "other", "New York"},
                                         NameRow{"Baltimore was quiet.", "other", "Baltimore"},
                                         NameRow{"Boston Mayor Ana Ruiz left.", "named-person", "Ana Ruiz"},
                                         NameRow{"New York Police Department left.", "named-organisation",
                                                 "New York Police Department"}));

/// What one sentence tells of a name holds in the next.
TEST(NamesOfText, Spread) {
  const auto kind_of = [](const char* text, std::string_view words) {
    const Prepared made = prepare(text);
    std::string kind;
    for (const Mention& mention : made.mentions.all) {
      if (made.words(mention.range) == words) kind = source_kind_name(mention.kind);
    }
    return kind;
  };
  EXPECT_EQ(kind_of("Shares fell. Lenmark shares fell. Lenmark said no.", "Lenmark"), "named-organisation");
  EXPECT_EQ(kind_of("They met Ana Page. Page said no.", "Page"), "named-person");
  EXPECT_EQ(kind_of("They met Omar Reed. Reed said no.", "Reed"), "named-person");
  EXPECT_EQ(kind_of("They met Park Seo-jun. Park said no.", "Park"), "named-person");
  EXPECT_EQ(kind_of("They met Ana Boston. Boston said no.", "Boston"), "named-person");
  EXPECT_EQ(kind_of("They met in Boston. Boston said no.", "Boston"), "other");
}

}  // namespace
}  // namespace hearsay
