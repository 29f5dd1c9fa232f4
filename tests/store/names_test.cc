// Which names are one, which are near.
#include "store/questions/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <vector>

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

TEST(Names, KeyForgetsMarksAndSpaces) {
  EXPECT_EQ(name_key("Çelik  Erdoğan"), "celik erdogan");
  EXPECT_EQ(name_key("Muñoz"), name_key("MUNOZ"));
  EXPECT_EQ(name_key("Ana\u00a0Ruiz"), "ana ruiz");
}

TEST(Names, PronounsAndCommonWordsAreNone) {
  for (const char* name : {"he", "They", "It", "the ministry", "sources", "", "…", "Nobody", "The senator",
                           "Two officials", "A Sella committee", "Other Democrats", "R", "Jan.", "Both"})
    EXPECT_FALSE(is_name(name)) << name;
  for (const char* name : {"Ruiz", "NASA", "Article 19", "Óscar", "The Quay", "One Sella Bank", "U.N.", "Li"})
    EXPECT_TRUE(is_name(name)) << name;
}

TEST(Names, WhatIsOnlyDescribedHasNone) {
  EXPECT_FALSE(is_name("Harbour Democrats", "unnamed-group"));
  EXPECT_FALSE(is_name("Voters of Sella", "collective"));
  for (const char* document : {"Exit polls", "The letter", "a Sella poll", "Statistics"})
    EXPECT_FALSE(is_name(document, "document")) << document;
  for (const char* document : {"Ruiz’s letter", "The Sella Report", "US law", "First Amendment"})
    EXPECT_TRUE(is_name(document, "document")) << document;
}

TEST(Names, RolesAndVerbsAreKeptOut) {
  EXPECT_EQ(bare_person("Ministry of Commerce spokesman Emil Tarn"), "Emil Tarn");
  EXPECT_EQ(bare_person("Emil Tarn, Sella University"), "Emil Tarn");
  EXPECT_EQ(bare_person("like Emil Tarn"), "Emil Tarn");
  for (const char* name : {"Emil Tarn", "Emil Tarn Jr.", "Emil Tarn, Jr.", "Ana de la Cruz", "Ruiz", "van Dyck"})
    EXPECT_EQ(bare_person(name), name);
}

TEST(Names, ConjunctionsAreParted) {
  EXPECT_THAT(parts_of("Ana Ruiz, Emil Tarn and his lawyers"), ElementsAre("Ana Ruiz", "Emil Tarn", "his lawyers"));
  EXPECT_THAT(parts_of("Both Ruiz and Tarn"), ElementsAre("Ruiz", "Tarn"));
  EXPECT_THAT(parts_of("Alexander Sandor"), ElementsAre("Alexander Sandor"));
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

NameUse use(std::uint64_t count, std::vector<std::int64_t> articles, std::set<std::string> roles,
            std::set<std::string> aliases = {}) {
  return {.count = count,
          .person = true,
          .articles = std::move(articles),
          .roles = std::move(roles),
          .aliases = std::move(aliases)};
}

TEST(SamePerson, MiddleNamesAndTheirInitials) {
  EXPECT_THAT(fuller_names({{"emil h.w. tarn", use(9, {1}, {})},
                            {"emil h. w. tarn", use(2, {2}, {})},
                            {"emil harald walter tarn", use(3, {3}, {})}}),
              UnorderedElementsAre(Pair("emil h. w. tarn", "emil h.w. tarn"),
                                   Pair("emil harald walter tarn", "emil h.w. tarn")));
  EXPECT_THAT(fuller_names({{"emil h.w. tarn", use(9, {1}, {})}, {"emil w. tarn", use(9, {2}, {})}}), IsEmpty())
      << "father and son";
}

TEST(SamePerson, ShortFirstNamesWhereTheOfficeAgrees) {
  EXPECT_THAT(
      fuller_names({{"charles tarn", use(4, {1}, {"senator"})}, {"chuck tarn", use(9, {2}, {"senator", "leader"})}}),
      UnorderedElementsAre(Pair("charles tarn", "chuck tarn")));
  EXPECT_THAT(fuller_names({{"charles tarn", use(4, {1}, {"dancer"})}, {"chuck tarn", use(9, {2}, {"senator"})}}),
              IsEmpty());
  EXPECT_THAT(fuller_names({{"charles tarn", use(4, {1}, {"senator"})}, {"chuck tarn", use(9, {1, 2}, {"senator"})}}),
              IsEmpty())
      << "both are sources of one article";
  EXPECT_THAT(fuller_names({{"paul tarn", use(4, {1}, {})}, {"paula tarn", use(40, {2}, {})}}), IsEmpty());
  EXPECT_THAT(fuller_names({{"charles tarn", use(4, {1}, {})}, {"chuck tarn", use(9, {2}, {"senator"})}}),
              UnorderedElementsAre(Pair("charles tarn", "chuck tarn")))
      << "nobody else bears the name";
  EXPECT_THAT(fuller_names({{"charles tarn", use(4, {1}, {})},
                            {"chuck tarn", use(9, {2}, {"senator"})},
                            {"emil tarn", use(3, {3}, {"baker"})}}),
              IsEmpty())
      << "of Tarns there are several, and nothing is told of this one";
}

TEST(SamePerson, WhatSomebodyIsCalledInMarks) {
  for (const char* full : {"lorenzo “skip” tarn", "lorenzo \"skip\" tarn", "lorenzo (skip) tarn"}) {
    EXPECT_THAT(fuller_names({{full, use(9, {1}, {})}, {"skip tarn", use(2, {2}, {})}, {"skip orsk", use(2, {3}, {})}}),
                UnorderedElementsAre(Pair("skip tarn", full)));
    EXPECT_THAT(fuller_names({{full, use(2, {1}, {})}, {"lorenzo tarn", use(9, {2}, {})}}),
                UnorderedElementsAre(Pair(full, "lorenzo tarn")));
  }
  EXPECT_THAT(fuller_names({{"lorenzo “skip” tarn", use(9, {1}, {})}, {"emil tarn", use(2, {2}, {})}}), IsEmpty());
}

TEST(SamePerson, ASonIsNotHisFather) {
  EXPECT_THAT(fuller_names({{"emil tarn", use(90, {1}, {"president"})},
                            {"emil tarn jr.", use(5, {2}, {"president's", "son"})},
                            {"tarn jr.", use(2, {3}, {})}}),
              UnorderedElementsAre(Pair("tarn jr.", "emil tarn jr.")));
  EXPECT_THAT(fuller_names({{"joe tarn", use(9, {1}, {"mayor"})}, {"joseph r. tarn jr.", use(5, {2}, {"mayor"})}}),
              UnorderedElementsAre(Pair("joseph r. tarn jr.", "joe tarn")));
  EXPECT_THAT(fuller_names({{"emil tarn iii", use(20, {1}, {"founder"})}, {"emil tarn", use(1, {2}, {"founder"})}}),
              UnorderedElementsAre(Pair("emil tarn", "emil tarn iii")))
      << "hardly anybody leaves it out";
  EXPECT_THAT(fuller_names({{"emil tarn iii", use(20, {1}, {"founder"})}, {"emil tarn", use(1, {2}, {"dancer"})}}),
              IsEmpty());
}

TEST(SamePerson, WordsBeforeAKnownNameAndItsEnd) {
  EXPECT_THAT(fuller_names({{"house speaker ana ruiz", use(1, {1}, {})}, {"ana ruiz", use(9, {2}, {})}}),
              UnorderedElementsAre(Pair("house speaker ana ruiz", "ana ruiz")));
  EXPECT_THAT(fuller_names({{"maria le pont", use(9, {1}, {})}, {"le pont", use(2, {2}, {})}}),
              UnorderedElementsAre(Pair("le pont", "maria le pont")));
  const NameUse office{.count = 3, .person = false};
  EXPECT_THAT(fuller_names({{"office of ana ruiz", office}, {"ana ruiz", use(9, {2}, {})}}), IsEmpty());
}

TEST(SamePerson, BodiesByWhatAnArticleSays) {
  const NameUse full{.count = 9, .aliases = {"hta", "harbour"}, .acronyms = {"hta"}};
  EXPECT_THAT(fuller_names({{"harbour transit authority", full}, {"hta", {.count = 2}}, {"harbour", {.count = 5}}}),
              UnorderedElementsAre(Pair("hta", "harbour transit authority")))
      << "a place is not the body that is named for it";
  const NameUse misread{.count = 9, .aliases = {"hta"}, .acronyms = {"hta"}};
  EXPECT_THAT(fuller_names({{"harrowgate", misread}, {"hta", {.count = 20}}}), IsEmpty());
  EXPECT_THAT(fuller_names({{"transit department", {.count = 9, .aliases = {"usdt"}, .acronyms = {"usdt"}}},
                            {"usdt", {.count = 2}}}),
              UnorderedElementsAre(Pair("usdt", "transit department")));
}

TEST(SamePerson, AFirstNameIsNoSurname) {
  EXPECT_THAT(fuller_names({{"ana paul", use(9, {1}, {})}, {"paul tarn", use(40, {2}, {})}, {"paul", use(1, {3}, {})}}),
              IsEmpty());
}

}  // namespace
}  // namespace hearsay
