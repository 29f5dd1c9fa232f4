#include "score/genre_words.h"

#include <span>

#include "base/utf8.h"

namespace hearsay {

std::vector<WordId> genre_words_of(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<WordId> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(vocabulary.find(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size() && words.size() < kMostGenreWords;) {
    const char c = text[at];
    const bool small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (small || (c >= 'A' && c <= 'Z')) {  // most are
      word += small ? c : static_cast<char>(c - 'A' + 'a');
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    const std::string_view bytes = text.substr(at, point.length);
    at += point.length;
    if (point.value == U'\'' || point.value == U'’') {
      flush();
      word = "'";
    } else if (is_letter(point.value) || is_digit(point.value)) {
      append_lower(word, bytes);
    } else {
      flush();
    }
  }
  flush();
  return words;
}

std::string_view genre_named(const std::vector<WordId>& words, LexiconId lexicon, const Lexicons& lexicons) {
  if (words.empty() || lexicon == kNoLexicon) return {};
  if (words.size() == 1) {
    const auto sense = lexicons.sense(words.front(), lexicon);
    return sense ? lexicons.entry(sense->entry).attribute("kind") : std::string_view();
  }
  const auto match = lexicons.phrase(words, lexicon);
  return match && match->length == words.size() ? lexicons.entry(match->entry).attribute("kind") : std::string_view();
}

double count_entries(const std::vector<WordId>& words, LexiconId lexicon, const Lexicons& lexicons) {
  if (lexicon == kNoLexicon) return 0;
  double found = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == kUnknownWord) continue;
    const bool opens = lexicons.starts_phrase(words[i]);
    if (lexicons.has(words[i], lexicon) || (opens && lexicons.phrase(std::span(words).subspan(i), lexicon))) ++found;
  }
  return found;
}

}  // namespace hearsay
