#include "report/genre.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Genre, IsToldInAReadersWords) {
  struct Case {
    const char* genre;
    const char* label;
    bool noted;
  };
  const Case cases[] = {{"", "", false},
                        {"OpinionNewsArticle", "Opinion", true},
                        {"AnalysisNewsArticle", "Analysis", true},
                        {"AdvertiserContentArticle", "Paid content", true},
                        {"SatiricalArticle", "Satire", true},
                        {"LiveBlogPosting", "Live blog", true},
                        {"ReviewNewsArticle", "Review", true},
                        {"PressRelease", "Press release", true},
                        {"press release", "Press release", true},
                        {"TechArticle", "Tech article", false}};
  for (const Case& c : cases) {
    const GenreWords words = genre_words(c.genre);
    EXPECT_EQ(words.label, c.label) << c.genre;
    EXPECT_EQ(!words.note.empty(), c.noted) << c.genre;
  }
}

}  // namespace
}  // namespace hearsay
