#include "score/genre.h"

#include <array>

namespace hearsay {

std::string_view genre_source_name(GenreSource source) {
  constexpr std::array<std::string_view, kGenreSourceCount> kNames = {"",         "record", "section", "address",
                                                                      "headline", "kicker", "shape",   "writing"};
  return kNames.at(static_cast<std::size_t>(source));
}

std::string_view genre_source_words(GenreSource source) {
  constexpr std::array<std::string_view, kGenreSourceCount> kWords = {"",
                                                                      "the type in its record",
                                                                      "its section",
                                                                      "its address",
                                                                      "the headline’s label",
                                                                      "a label above the text",
                                                                      "the shape of the text",
                                                                      "the way of writing"};
  return kWords.at(static_cast<std::size_t>(source));
}

bool speaks_for_itself(std::string_view genre) {
  return is_opinion(genre) || genre == "analysis" || genre == "paid-content";
}

bool is_opinion(std::string_view genre) {
  return genre == "opinion" || genre == "review";
}

}  // namespace hearsay
