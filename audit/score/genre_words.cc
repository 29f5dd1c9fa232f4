#include "score/genre_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

/// In lower case, ’ as '.
std::string plainly_written(std::string_view text) {
  constexpr std::string_view kCurly = "’";
  const std::string small = lower(text);
  std::string plain;
  plain.reserve(small.size());
  for (std::size_t at = 0; at < small.size();) {
    const std::size_t end = std::min(small.find(kCurly, at), small.size());
    plain.append(small, at, end - at);
    if (end < small.size()) plain += '\'';
    at = end + kCurly.size();
  }
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
    const char c = plain[at];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {  // most are
      ++at;
      continue;
    }
    const CodePoint point = decode(plain, at);
    if (is_letter(point.value) || is_digit(point.value)) {
      at += point.length;
      continue;
    }
    end_word();
    begin = c == '\'' ? at : at + point.length;
    at += point.length;
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
