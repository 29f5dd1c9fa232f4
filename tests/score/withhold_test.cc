// When an article gets no total and no grade, and why.
#include "score/withhold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/scored.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

TEST(Withhold, Genres) {
  for (const char* genre :
       {"opinion", "review", "match-report", "listing", "press-release", "live", "satire", "paid-content"})
    EXPECT_TRUE(genre_withholds(genre)) << genre;
  for (const char* genre : {"", "news", "analysis", "feature", "background", "tech-article", "social-media-post", "something new"})
    EXPECT_FALSE(genre_withholds(genre)) << genre;
}

/// One named speaker, and so many words.
Scored article_of(std::size_t words) {
  Scored article;
  article.block("Ruiz said the dam was unsafe.");
  article.attribution(article.source("Ruiz", SourceKind::named_person), "Ruiz", "said", {"the dam was unsafe"});
  std::string rest;
  for (std::size_t i = 6; i < words; ++i) rest += i == 6 ? "Water" : " water";
  if (!rest.empty()) article.block(rest + ".");
  return article;
}

TEST(Withhold, TooFewWords) {
  const Scorecard few = article_of(kLeastWords - 1).card();
  EXPECT_FALSE(few.total.has_value());
  EXPECT_EQ(few.grade, "");
  EXPECT_EQ(few.withheld.id, "too-little");
  EXPECT_EQ(few.withheld.why, "It has 79 words, too little to judge: a grade needs 80.");
  EXPECT_FALSE(few.measures.empty()) << "what was found is shown all the same";
  const Scorecard enough = article_of(kLeastWords).card();
  EXPECT_TRUE(enough.total.has_value());
  EXPECT_NE(enough.grade, "");
  EXPECT_TRUE(enough.withheld.empty());
}

TEST(Withhold, NothingFound) {
  Scored article;
  EXPECT_EQ(article.card().withheld.why, "It holds no text that could be judged.");
  std::string words = "Water";
  for (int i = 0; i < 200; ++i) words += " water";
  article.block(words + ".");
  const Scorecard card = article.card();
  EXPECT_FALSE(card.total.has_value());
  EXPECT_EQ(card.withheld.id, "too-little");
  EXPECT_THAT(card.withheld.why, HasSubstr("nothing to judge"));
  for (const Measure& measure : card.measures) EXPECT_FALSE(measure.value.has_value()) << measure.id;
}

TEST(Withhold, TheGenreIsSaidFirstAndHowItIsKnown) {
  Scored article = article_of(20);
  article.genre = {.id = "opinion", .source = GenreSource::section, .detail = "Op-Ed", .certainty = 0.95, .writing = {}};
  const Scorecard card = article.card();
  EXPECT_EQ(card.withheld.id, "genre");
  EXPECT_EQ(card.withheld.why, "It is an opinion piece, told by its section (Op-Ed): a grade of how news is sourced does not fit that.");
}

TEST(Withhold, ALanguageIsNamedWithHowItIsKnown) {
  const Withheld withheld = withhold_for_language("Hindi", "told by its letters");
  EXPECT_EQ(withheld.id, "language");
  EXPECT_EQ(withheld.why, "It is in Hindi, told by its letters: no rule pack reads that, so it was not audited.");
}

}  // namespace
}  // namespace hearsay
