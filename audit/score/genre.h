// What kind of piece an article is, and how that is known. The id is what a policy and a reader see; which features of
// the writing spoke is kept beside it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// What tells the genre, from the surest to the least sure.
enum class GenreSource : std::uint8_t {
  none,      // nothing does
  record,    // the type in the page's or wire's record
  section,   // the section the record names
  address,   // a part of the address: "/opinion/"
  headline,  // the headline's label: "Review: …"
  kicker,    // a line of its own at the top: "Commentary"
  shape,     // score lines, times before paragraphs, contacts for the press
  writing,   // how it is written
};
inline constexpr std::size_t kGenreSourceCount = 8;
/// "section", "writing"; "" for none.
[[nodiscard]] std::string_view genre_source_name(GenreSource source);
/// For a sentence that goes on from "told by": "the page’s section"; "" for none.
[[nodiscard]] std::string_view genre_source_words(GenreSource source);

/// A feature of the writing and what it weighs for opinion (above 0) or against it.
struct GenreSign {
  std::string_view name;  // "first-person"
  double amount = 0;      // as measured
  double weight = 0;      // log-odds that it adds
};

struct Genre {
  std::string id;  // "news", "opinion", "analysis", "review", "live", "match-report", "listing", "press-release",
                   // "satire", "paid-content" …; "" = not known
  GenreSource source = GenreSource::none;
  std::string detail;              // the words that tell it: "OpinionNewsArticle", "commentary"; "" = none
  double certainty = 0;            // 0…1
  std::vector<GenreSign> writing;  // strongest first; what was measured, whoever decided
};

/// Its writer, or who paid for it, is meant to speak: what nobody else is given for is the writer's own.
[[nodiscard]] bool speaks_for_itself(std::string_view genre);
/// The writer's own views: opinion and reviews.
[[nodiscard]] bool is_opinion(std::string_view genre);

}  // namespace hearsay
