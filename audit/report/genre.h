// What kind of piece an article says it is, in a reader's words, and what that means for its score.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

struct GenreWords {
  std::string label;  // "Opinion"; "" = plain news
  std::string note;   // one sentence; "" = nothing to say
};

/// `genre` as Document::genre has it: a schema.org type. An unknown type is given in words ("How to") without a note.
[[nodiscard]] GenreWords genre_words(std::string_view genre);

}  // namespace hearsay
