#include "score/genre_words.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

bool is_plain(char c) {
  const char small = ascii_lower(c);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::vector<WordId> genre_words_of(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<WordId> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(vocabulary.find(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size() && words.size() < kMostGenreWords;) {
    const std::size_t plain = at;  // most words are plain letters and digits
    while (at < text.size() && is_plain(text[at])) ++at;
    if (at > plain) {
      const std::size_t size = word.size();
      word.append(text, plain, at - plain);
      std::transform(word.begin() + static_cast<std::ptrdiff_t>(size), word.end(),
                     word.begin() + static_cast<std::ptrdiff_t>(size), ascii_lower);
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

// One walk for all lexicons: of most words a look at its set tells that none of them holds it.
void count_entries(std::span<const WordId> words, std::span<const LexiconId> wanted, const Lexicons& lexicons,
                   std::span<double> counts) {
  LexiconSet any;
  for (const LexiconId lexicon : wanted) {
    if (lexicon != kNoLexicon) any.add(lexicon);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == kUnknownWord) continue;
    const LexiconSet& held = lexicons.set(words[i]);
    const bool opens = lexicons.starts_phrase(words[i]);
    if (!opens && !held.meets(any)) continue;
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      if (wanted[k] == kNoLexicon) continue;
      if (held.has(wanted[k]) || (opens && lexicons.phrase(words.subspan(i), wanted[k]))) ++counts[k];
    }
  }
}

}  // namespace hearsay
