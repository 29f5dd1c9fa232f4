// genre_words(): a table by id; what is not in it is given in its own words.
#include "report/genre.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

struct Kind {
  std::string_view id, label, note, type;
};

// What the notes say of claims is what score/claims does.
constexpr std::array<Kind, 17> kKinds = {
    {{"news", "", "", "NewsArticle"},
     {"opinion", "Opinion",
      "The writer argues: claims without a source count as the writer’s own, not as unattributed.",
      "OpinionNewsArticle"},
     {"analysis", "Analysis",
      "The writer interprets: claims without a source count as the writer’s own, not as unattributed.",
      "AnalysisNewsArticle"},
     {"review", "Review", "The writer judges: claims without a source count as the writer’s own, not as unattributed.",
      "ReviewNewsArticle"},
     {"paid-content", "Paid content",
      "An advertiser paid for this: every claim without another source is the advertiser’s. The score says nothing "
      "about their interest in it.",
      "AdvertiserContentArticle"},
     {"satire", "Satire", "Not meant as fact: the score and the findings say nothing about satire.",
      "SatiricalArticle"},
     {"live", "Live report",
      "Entries were written one after another, as news came in: later ones may correct earlier ones.",
      "LiveBlogPosting"},
     {"press-release", "Press release", "Whoever issued this speaks for themselves: nobody has reported it.",
      "NewsArticle"},
     {"match-report", "Match report", "What happened was seen in public: a score of its sources would mislead.",
      "ReportageNewsArticle"},
     {"listing", "Listing", "Entries, not a report: it has hardly a source by its nature.", "Article"},
     {"feature", "Feature", "", "NewsArticle"},
     {"background", "Background", "An explanation of what is known: sources may be given elsewhere.",
      "BackgroundNewsArticle"},
     {"call-to-public", "Call to the public", "Asks readers for information: it reports little by itself.",
      "AskPublicNewsArticle"},
     {"blog-post", "Blog post", "", "BlogPosting"},
     {"social-media-post", "Social media post", "", "SocialMediaPosting"},
     {"scholarly-article", "Scholarly article", "Sources may be given as references, which are not read.",
      "ScholarlyArticle"},
     {"how-to", "How-to", "", "HowTo"}}};

const Kind* kind_of(std::string_view genre) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& kind) { return kind.id == genre; });
  return found == kKinds.end() ? nullptr : found;
}

}  // namespace

GenreWords genre_words(std::string_view genre) {
  if (const Kind* kind = kind_of(genre)) return {std::string(kind->label), std::string(kind->note)};
  std::string spoken(genre);
  std::replace(spoken.begin(), spoken.end(), '-', ' ');
  if (!spoken.empty() && spoken.front() >= 'a' && spoken.front() <= 'z')
    spoken.front() = static_cast<char>(spoken.front() - ('a' - 'A'));
  return {spoken, ""};
}

std::string_view genre_schema_type(std::string_view genre) {
  const Kind* kind = kind_of(genre);
  return kind == nullptr ? "NewsArticle" : kind->type;
}

}  // namespace hearsay
