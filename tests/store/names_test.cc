// Which names are one, which are near.
#include "store/questions/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/questions/same_person.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

TEST(Names, KeyLeavesTitlesOut) {
  for (const char* name :
       {"Ana Ruiz", "ana ruiz", " Mrs. Ana Ruiz", "Dr. Ana Ruiz", "the Ana Ruiz’s", "Mr. Dr. Ana Ruiz"})
    EXPECT_EQ(name_key(name), "ana ruiz") << name;
  EXPECT_EQ(name_key("The"), "the");
  EXPECT_EQ(name_key(""), "");
}

TEST(Names, PronounsAndCommonWordsAreNone) {
  for (const char* name : {"he", "They", "It", "the ministry", "sources", "", "…"}) EXPECT_FALSE(is_name(name)) << name;
  for (const char* name : {"Ruiz", "NASA", "Article 19", "Óscar"}) EXPECT_TRUE(is_name(name)) << name;
}

TEST(Names, NearOnesComeBestFirst) {
  const std::vector<std::string> known = {"Emil Tarn", "Ana Ruiz", "Tarn", "Ema Tarn", "Radio Sella"};
  EXPECT_THAT(near_names("Tarn", known), ElementsAre("Emil Tarn", "Tarn", "Ema Tarn"));
  EXPECT_THAT(near_names("Emil Tam", known), ElementsAre("Emil Tarn"));
  EXPECT_THAT(near_names("", known), IsEmpty());
  EXPECT_THAT(near_names(std::string(100'000, 'x'), known), IsEmpty());
}

TEST(SamePerson, SurnamesAndInitials) {
  const NameUse often{50, true};
  const NameUse rare{5, true};
  EXPECT_THAT(fuller_names({{"tarn", rare}, {"emil tarn", often}}), UnorderedElementsAre(Pair("tarn", "emil tarn")));
  EXPECT_THAT(fuller_names({{"tarn", rare}, {"emil tarn", often}, {"ida tarn", rare}}),
              UnorderedElementsAre(Pair("tarn", "emil tarn")));
  EXPECT_THAT(fuller_names({{"tarn", rare}, {"emil tarn", often}, {"ida tarn", often}}), IsEmpty());
  EXPECT_THAT(fuller_names({{"emil j. tarn", rare}, {"emil tarn", often}, {"tarn", rare}}),
              UnorderedElementsAre(Pair("emil j. tarn", "emil tarn"), Pair("tarn", "emil tarn")));
  // Two initials are two people, and then the bare name may be either.
  EXPECT_THAT(fuller_names({{"emil j. tarn", rare}, {"emil k.l. tarn", rare}, {"emil tarn", rare}}), IsEmpty());
  EXPECT_THAT(fuller_names({{"tarn", {9, false}}, {"emil tarn", often}}), IsEmpty()) << "a town may be called so";
}

}  // namespace
}  // namespace hearsay
