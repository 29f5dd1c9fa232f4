#include "score/genre_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "tokens/characters.h"

namespace hearsay {
namespace {

/// In lower case, ’ as '.
std::string plainly_written(std::string_view text) {
  constexpr std::string_view kCurly = "’";
  std::string plain = lower(text);
  for (std::size_t at = plain.find(kCurly); at != std::string::npos; at = plain.find(kCurly, at))
    plain.replace(at, kCurly.size(), "'");
  return plain;
}

}  // namespace

std::vector<WordId> genre_words_of(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<WordId> words;
  const std::string plain = plainly_written(text);
  std::size_t begin = 0;  // of the word that goes on at `at`
  std::size_t at = 0;
  const auto end_word = [&] {
    if (begin < at) words.push_back(vocabulary.find(std::string_view(plain).substr(begin, at - begin)));
  };
  while (at < plain.size() && words.size() < kMostGenreWords) {
    const std::uint8_t bits = byte_class(plain[at]);
    if ((bits & kWordByte) != 0) {
      ++at;
      continue;
    }
    const CodePoint point = (bits & kHighByte) != 0 ? decode(plain, at) : CodePoint{};
    if (point.length != 0 && (is_letter(point.value) || is_digit(point.value))) {
      at += point.length;
      continue;
    }
    end_word();
    begin = plain[at] == '\'' ? at : at + std::max<std::size_t>(point.length, 1);
    at += std::max<std::size_t>(point.length, 1);
  }
  end_word();
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
