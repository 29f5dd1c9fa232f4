// Where a name begins and ends, and what kind of source it is: a row per family.
#include <gtest/gtest.h>

#include "pack.h"

namespace hearsay {
namespace {

struct Row {
  const char* text;
  const char* kind;
  const char* name;  // of the first mention that begins with the text, the longest
};

class Names : public testing::TestWithParam<Row> {};

TEST_P(Names, First) {
  const Row& row = GetParam();
  const Prepared made = prepare(row.text);
  const std::uint32_t first = made.mentions.starts_at[0];
  ASSERT_NE(first, kNone) << row.text;
  const Mention& mention = made.mentions.all[first];
  EXPECT_EQ(source_kind_name(mention.kind), row.kind) << row.text;
  EXPECT_EQ(made.words(mention.name), row.name) << row.text;
}

INSTANTIATE_TEST_SUITE_P(
    Titles, Names,
    testing::Values(Row{"Army Chief of Staff General Omar Reed left.", "named-person", "Omar Reed"},
                    Row{"The MEC for Health, Thabo Nkosi, left.", "named-person", "Thabo Nkosi"},
                    Row{"Minister of Home Affairs Nomsa Dube left.", "named-person", "Nomsa Dube"},
                    Row{"Leader of the Opposition Nomsa Dube left.", "named-person", "Nomsa Dube"},
                    Row{"Inspector General of Police Adamu Bello left.", "named-person", "Adamu Bello"},
                    Row{"Deputy Commissioner of Police (Central) R. Srinath left.", "named-person", "R. Srinath"},
                    Row{"Trade and Industry Minister Nomsa Dube left.", "named-person", "Nomsa Dube"},
                    Row{"Cove County Sheriff Ed Lopez left.", "named-person", "Ed Lopez"},
                    Row{"PC Karen Holt left.", "named-person", "Karen Holt"}));

INSTANTIATE_TEST_SUITE_P(
    Roles, Names,
    testing::Values(Row{"Moderator and author Lena Ost left.", "named-person", "Lena Ost"},
                    Row{"Company founder and chief executive Ruth Kemp left.", "named-person", "Ruth Kemp"},
                    Row{"Author and one of the organisers, Kelly Cross, said no.", "named-person", "Kelly Cross"},
                    Row{"A neighbour, Ana Ruiz, said no.", "named-person", "Ana Ruiz"},
                    Row{"Texas-based Ana Ruiz left.", "named-person", "Ana Ruiz"},
                    Row{"Ana Ruiz, a Harbour Bureau clerk and president of the Oland Guild in Varn, said no.",
                        "named-person", "Ana Ruiz"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, Names,
    testing::Values(Row{"Pieter van der Berg left.", "named-person", "Pieter van der Berg"},
                    Row{"Khalid bin Rashid al-Harbi left.", "named-person", "Khalid bin Rashid al-Harbi"},
                    Row{"Maria de la Cruz Ortega left.", "named-person", "Maria de la Cruz Ortega"},
                    Row{"Marcia “Cia” Ruiz left.", "named-person", "Marcia “Cia” Ruiz"},
                    Row{"McLeod left.", "named-person", "McLeod"},
                    Row{"Analyst Lena Moss questions the figures.", "named-person", "Lena Moss"}));

INSTANTIATE_TEST_SUITE_P(
    Bodies, Names,
    testing::Values(Row{"Prosecutors said no.", "named-organisation", ""},
                    Row{"Two prosecutors said no.", "unnamed-group", ""},
                    Row{"Ministry of Fisheries and Livestock said no.", "named-organisation",
                        "Ministry of Fisheries and Livestock"},
                    Row{"St. Anne's Hospital said no.", "named-organisation", "St. Anne's Hospital"},
                    Row{"Tehrik-i-Sahil Oland, or TSO, said no.", "named-organisation", "Tehrik-i-Sahil Oland"},
                    Row{"Ferry operator Lenmark said no.", "named-organisation", "Lenmark"},
                    Row{"House Liberals said no.", "unnamed-group", ""}));

INSTANTIATE_TEST_SUITE_P(Shares, Names,
                         testing::Values(Row{"Three in 10 voters stayed home.", "collective", ""},
                                         Row{"Two-thirds of residents stayed home.", "collective", ""},
                                         Row{"A third of all teachers stayed home.", "collective", ""},
                                         Row{"More than half of the voters stayed home.", "collective", ""}));

INSTANTIATE_TEST_SUITE_P(Lone, Names,
                         testing::Values(Row{"Another said no.", "unnamed-person", ""},
                                         Row{"Others said no.", "unnamed-group", ""},
                                         Row{"A deckhand said no.", "unnamed-person", ""},
                                         Row{"Any agency said no.", "collective", ""}));

INSTANTIATE_TEST_SUITE_P(Places, Names,
                         testing::Values(Row{"New York was quiet.", "other", "New York"},
                                         Row{"Baltimore was quiet.", "other", "Baltimore"},
                                         Row{"Boston Mayor Ana Ruiz left.", "named-person", "Ana Ruiz"},
                                         Row{"New York Police Department left.", "named-organisation",
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
