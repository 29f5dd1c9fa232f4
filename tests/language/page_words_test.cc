// The lists that pages are read by: how phrases are asked for, and that the shipped files give every role.
#include "language/page_words.h"

#include <gtest/gtest.h>

#include "english_words.h"

namespace hearsay {
namespace {

TEST(PagePhrases, TheFirstInTheOrderOfTheFilesCounts) {
  PagePhrases phrases;
  for (const char* one : {"date published", "date", "published", ""}) phrases.add(one);
  EXPECT_EQ(phrases.all().size(), 3U);
  EXPECT_EQ(phrases.opens("date published: today"), 14U);
  EXPECT_EQ(phrases.opens("dated"), 4U);
  EXPECT_EQ(phrases.opens_word("dated"), 0U);
  EXPECT_EQ(phrases.opens_word("date 3 May"), 5U);
  EXPECT_EQ(phrases.opens_word("date"), 0U);
  EXPECT_EQ(phrases.closes("last published"), 9U);
  EXPECT_TRUE(phrases.closes_word("last published"));
  EXPECT_FALSE(phrases.closes_word("unpublished"));
  EXPECT_TRUE(phrases.is("date"));
  EXPECT_FALSE(phrases.is("dat"));
  EXPECT_TRUE(phrases.within("no date here"));
  EXPECT_EQ(phrases.find("a published date").at, 2U);
  EXPECT_EQ(phrases.rfind("a published date").at, 12U);
  EXPECT_EQ(phrases.find("none").at, std::string_view::npos);
}

TEST(PagePhrases, OfNothingNothing) {
  const PageWords& none = no_page_words();
  EXPECT_EQ(none[PageRole::byline_opening].opens("by Ana Ruiz"), 0U);
  EXPECT_EQ(none[PageRole::byline_opening].closes(""), 0U);
  EXPECT_FALSE(none.months.may_be(""));
  EXPECT_FALSE(none.months.may_be("may"));
}

TEST(PageWords, TheShippedFilesGiveEveryRole) {
  const PageWords& words = english_page_words();
  for (std::size_t role = 0; role < kPageRoleCount; ++role) {
    EXPECT_FALSE(words.phrases[role].all().empty()) << page_role_name(static_cast<PageRole>(role));
  }
  EXPECT_EQ(words[PageRole::skip_opening].all().size(), words[PageRole::skip_end].all().size());
  EXPECT_EQ(words.months.number("sept"), 9);
  EXPECT_EQ(words.months.number("märz"), 0);
  EXPECT_EQ(words.months_behind_day.number("märz"), 3);
  EXPECT_TRUE(words.months_behind_day.may_be("Şubat"));
  EXPECT_EQ(words.agencies.find("ap")->second, "Associated Press");
}

TEST(PageWords, BlanksOfPhrasesAreTheirs) {
  const PageWords& words = english_page_words();
  EXPECT_TRUE(words[PageRole::names_and].is(" and "));
  EXPECT_EQ(words[PageRole::caption_opening].opens("file - a ferry"), 7U);
}

TEST(PageWords, NamesOfRolesGoBothWays) {
  EXPECT_EQ(page_role_name(PageRole::byline_opening), "byline-opening");
  EXPECT_EQ(page_role_named("byline-opening"), PageRole::byline_opening);
  EXPECT_EQ(page_role_named("byline"), std::nullopt);
}

}  // namespace
}  // namespace hearsay
