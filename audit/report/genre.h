// What kind of piece an article is, in a reader's words, and what that means for its score.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

struct GenreWords {
  std::string label;  // "Opinion"; "" = plain news
  std::string note;   // one sentence; "" = nothing to say
};

/// `genre` is the id of a Genre (score/genre.h). An unknown one is given in words ("Tech article") without a note.
[[nodiscard]] GenreWords genre_words(std::string_view genre);

/// The type of schema.org for it: "OpinionNewsArticle"; "NewsArticle" where there is none.
[[nodiscard]] std::string_view genre_schema_type(std::string_view genre);

}  // namespace hearsay
