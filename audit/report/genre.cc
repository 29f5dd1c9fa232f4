// genre_words(): the first word of the table that the type holds; else the type's own words.
#include "report/genre.h"

#include <array>

#include "base/utf8.h"

namespace hearsay {
namespace {

struct Kind {
  std::string_view sign;  // in the type's letters, lower case
  std::string_view label, note;
};

// What the notes say of claims is what score/claims does.
constexpr std::array<Kind, 13> kKinds = {
    {{"opinion", "Opinion",
      "The writer argues: claims without a source count as the writer’s own, not as unattributed."},
     {"analysis", "Analysis",
      "The writer interprets: claims without a source count as the writer’s own, not as unattributed."},
     {"review", "Review", "The writer judges: claims without a source count as the writer’s own, not as unattributed."},
     {"advertiser", "Paid content",
      "An advertiser paid for this: every claim without another source is the advertiser’s. The score says nothing "
      "about "
      "their interest in it."},
     {"sponsored", "Paid content",
      "An advertiser paid for this: every claim without another source is the advertiser’s. The score says nothing "
      "about "
      "their interest in it."},
     {"satir", "Satire", "Not meant as fact: the score and the findings say nothing about satire."},
     {"liveblog", "Live blog",
      "Entries were written one after another, as news came in: later ones may correct earlier ones, and the score "
      "counts "
      "all of them together."},
     {"pressrelease", "Press release",
      "Whoever issued this speaks for themselves: it is scored as reporting, but nobody has reported it."},
     {"background", "Background", "An explanation of what is known: sources may be given elsewhere."},
     {"askpublic", "Call to the public", "Asks readers for information: it reports little by itself."},
     {"blogposting", "Blog post", ""},
     {"socialmedia", "Social media post", ""},
     {"scholarly", "Scholarly article", "Sources may be given as references, which are not read."}}};

}  // namespace

GenreWords genre_words(std::string_view genre) {
  std::string letters;
  std::string spoken;
  for (const char c : genre) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !spoken.empty() && spoken.back() != ' ') spoken += ' ';
    spoken += spoken.empty() || !upper ? c : static_cast<char>(c + ('a' - 'A'));
    if (c != ' ' && c != '-') letters += upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  for (const Kind& kind : kKinds) {
    if (letters.find(kind.sign) != std::string::npos) return {std::string(kind.label), std::string(kind.note)};
  }
  return {spoken, ""};
}

}  // namespace hearsay
