// Lexicons asked about words that are no tokens of the text: addresses, sections, labels, lines that are not read.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "rules/program.h"

namespace hearsay {

/// At most kMostGenreWords words of it, in lower case; whatever is neither letter nor digit divides them, but an
/// apostrophe begins a word: "author 's". A word no rule knows is kUnknownWord.
inline constexpr std::size_t kMostGenreWords = 400;
[[nodiscard]] std::vector<WordId> genre_words_of(std::string_view text, const Vocabulary& vocabulary);

/// The `kind` of the entry that all the words together are, "" where none is.
[[nodiscard]] std::string_view genre_named(const std::vector<WordId>& words, LexiconId lexicon,
                                           const Lexicons& lexicons);

/// How many entries of each lexicon stand in the words; `counts` has a place for each.
void count_entries(std::span<const WordId> words, std::span<const LexiconId> wanted, const Lexicons& lexicons,
                   std::span<double> counts);

}  // namespace hearsay
