// What tells the genre of a piece: its record, its labels, its shape, its way of writing; and how that is said.
#include "score/genre.h"

#include <gmock/gmock.h>

#include "score/find_genre.h"
#include "score/genre_record.h"
#include "scored.h"

namespace hearsay {
namespace {

using testing::HasSubstr;

Genre genre_of(const Scored& article) {
  return find_genre({article.article(), article.attributions, test_program()});
}

TEST(Genre, TheOutletsOwnWordComesFirst) {
  struct Row {
    const char *type, *section, *url, *title, *line;
    const char* id;
    GenreSource source;
    const char* detail;
  };
  const char* none = "";
  const Row rows[] = {
      {"OpinionNewsArticle", none, none, none, none, "opinion", GenreSource::record, "OpinionNewsArticle"},
      {"LiveBlogPosting", "News", none, none, none, "live", GenreSource::record, "LiveBlogPosting"},
      {"TechArticle", none, none, none, none, "tech-article", GenreSource::record, "TechArticle"},
      {none, "News/Op-Ed", none, none, none, "opinion", GenreSource::section, "Op-Ed"},
      {none, "News", "https://bell.example/news/2026/dam-review", none, none, "", GenreSource::none, ""},
      {none, none, "https://bell.example/commentary/2026/dam", none, none, "opinion", GenreSource::address,
       "commentary"},
      {none, none, "https://opinion.bell.example/2026/dam", none, none, "opinion", GenreSource::address,
       "opinion.bell.example"},
      {none, none, "https://bell.example/2026/opinion", none, none, "", GenreSource::none, ""},
      {none, none, "https://bell.example/sport/match_reports/1", none, none, "match-report", GenreSource::address,
       "match_reports"},
      {none, none, none, "Opinion | The dam must go", none, "opinion", GenreSource::headline, "Opinion"},
      {none, none, none, "Review: A quiet storm", none, "review", GenreSource::headline, "Review"},
      {none, none, none, "A Quiet Storm review – the sea as it sounds", none, "review", GenreSource::headline,
       "review"},
      {none, none, none, "Storm at Velo | Live updates", none, "live", GenreSource::headline, "Live updates"},
      {none, none, none, "Opinion poll: Velo wants the dam", none, "", GenreSource::none, ""},
      {none, none, none, "Under review: the dam at Velo", none, "", GenreSource::none, ""},
      {none, none, none, none, "COMMENTARY", "opinion", GenreSource::kicker, "COMMENTARY"},
      {none, none, none, none, "OPINION: The dam at Velo has to go, and soon.", "opinion", GenreSource::kicker,
       "OPINION"},
      {none, none, none, none, "Opinion: divided, the council went home.", "", GenreSource::none, ""}};
  for (const Row& row : rows) {
    Scored article;
    article.document.genre = row.type;
    article.document.section = row.section;
    article.document.url = row.url;
    article.document.title = row.title;
    if (*row.line != 0) article.block(row.line);
    article.block("The dam failed at night.");
    const Genre genre = genre_of_record(article.document, test_program());
    const std::string about = std::string(row.type) + row.section + row.url + row.title + row.line;
    EXPECT_EQ(genre.id, row.id) << about;
    EXPECT_EQ(genre.source, row.source) << about;
    EXPECT_EQ(genre.detail, row.detail) << about;
  }
}

TEST(Genre, AShapeNeedsMoreThanOneSign) {
  Scored release;
  release.block("FOR IMMEDIATE RELEASE");
  release.block("Tarn Lines opens a ferry to Velo in May.");
  EXPECT_EQ(genre_of(release).id, "press-release");

  Scored contact;
  contact.block("Readers may send a media contact of theirs.");
  contact.block("The ferry to Velo opens in May.");
  EXPECT_NE(genre_of(contact).id, "press-release");
  contact.block("About Tarn Lines");
  contact.block("Tarn Lines runs ferries.");
  EXPECT_EQ(genre_of(contact).id, "press-release");
  EXPECT_EQ(genre_of(contact).source, GenreSource::shape);

  Scored match;
  match.block("Velo beat Sella 3-1 at home. The striker scored two goals in the first half of the match.");
  EXPECT_NE(genre_of(match).id, "match-report") << "one score and few words of the game";
  match.block("Sella led 1-0 when the midfielder took the free kick, and the goalkeeper could not reach the header.");
  match.block("It was the third win of the season for the team, and the coach made one substitute after halftime.");
  EXPECT_EQ(genre_of(match).id, "match-report");
}

constexpr const char* kColumn =
    "I have watched the council of Velo for years, and I must say that nothing it ever did was as foolish as this. "
    "Of course the dam is broken. Everyone knows that. But why should we pay for it? We should not. "
    "The plan is absurd, the figures are nonsense, and the whole thing is a shameful mess. "
    "And yet nobody in our town hall will admit the obvious. Perhaps they never will. "
    "It is time to stop. We need to say no, and we must say it now, because no honest person can defend this folly. ";

constexpr const char* kReport =
    "The council of Velo voted on Tuesday to rebuild the dam above the town. The mayor said the work would begin in "
    "May. Engineers told the council on Monday that the wall had moved, according to a report of the harbour office. "
    "Two ferries were moved to Sella on Friday. The mayor added that the town would pay a third of the cost. "
    "The harbour office said the gates had been closed since Thursday. A spokeswoman told reporters that divers had "
    "looked at the wall on Saturday and had reported a crack. ";

TEST(Genre, TheWayOfWritingTellsWhereTheRecordIsSilent) {
  Scored column;
  column.block(kColumn);
  const Genre opinion = genre_of(column);
  EXPECT_EQ(opinion.id, "opinion");
  EXPECT_EQ(opinion.source, GenreSource::writing);
  EXPECT_GT(opinion.certainty, 0.8);
  EXPECT_THAT(opinion.detail, HasSubstr("judging"));
  ASSERT_FALSE(opinion.writing.empty());
  EXPECT_GT(opinion.writing.front().weight, 0);

  Scored report;
  report.block(kReport);
  const Genre news = genre_of(report);
  EXPECT_EQ(news.id, "news");
  EXPECT_EQ(news.source, GenreSource::writing);
  EXPECT_THAT(news.detail, HasSubstr("reported"));

  Scored short_one;
  short_one.block("I must say that it is absurd.");
  EXPECT_EQ(genre_of(short_one).id, "") << "too little to tell";
}

TEST(Genre, WordsOfOthersAreNotTheWriters) {
  Scored article;
  article.block(kReport);
  article.block(std::string("Ana Ruiz said: ") + kColumn);
  Attribution said;
  said.mode = SourceMode::phrase;
  said.cue = article.find("said:");
  said.content = {{article.text.paragraphs[1].tokens.begin + 4, article.text.paragraphs[1].tokens.end}};
  article.attributions.push_back(said);
  EXPECT_EQ(genre_of(article).id, "news");
}

}  // namespace
}  // namespace hearsay
