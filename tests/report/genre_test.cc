#include "report/genre.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Genre, IsToldInAReadersWords) {
  struct Case {
    const char* genre;
    const char* label;
    bool noted;
    const char* type;
  };
  const Case cases[] = {{"", "", false, "NewsArticle"},
                        {"news", "", false, "NewsArticle"},
                        {"opinion", "Opinion", true, "OpinionNewsArticle"},
                        {"analysis", "Analysis", true, "AnalysisNewsArticle"},
                        {"paid-content", "Paid content", true, "AdvertiserContentArticle"},
                        {"satire", "Satire", true, "SatiricalArticle"},
                        {"live", "Live report", true, "LiveBlogPosting"},
                        {"review", "Review", true, "ReviewNewsArticle"},
                        {"press-release", "Press release", true, "NewsArticle"},
                        {"match-report", "Match report", true, "ReportageNewsArticle"},
                        {"tech-article", "Tech article", false, "NewsArticle"}};
  for (const Case& c : cases) {
    const GenreWords words = genre_words(c.genre);
    EXPECT_EQ(words.label, c.label) << c.genre;
    EXPECT_EQ(!words.note.empty(), c.noted) << c.genre;
    EXPECT_EQ(genre_schema_type(c.genre), c.type) << c.genre;
  }
}

}  // namespace
}  // namespace hearsay
