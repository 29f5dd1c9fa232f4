#include "score/find_words.h"

#include <algorithm>

#include "score/positions.h"

namespace hearsay {

WordFinder::WordFinder(const ScoreInput& input) : input_(input) {
  constexpr std::string_view kNames[kWordListCount] = {"policy-rote-reason", "policy-pejorative", "policy-opinion",
                                                       "policy-access", "policy-motive"};
  for (std::size_t i = 0; i < kWordListCount; ++i) lexicons_[i] = input.program.lexicons.named(kNames[i]);
}

double WordFinder::count_buffer(WordList list) const {
  const LexiconId lexicon = lexicons_[static_cast<std::size_t>(list)];
  if (lexicon == kNoLexicon) return 0;
  const Lexicons& lexicons = input_.program.lexicons;
  double found = 0;
  for (std::size_t i = 0; i < buffer_.size(); ++i) {
    if (buffer_[i] == kUnknownWord) continue;
    if (lexicons.has(buffer_[i], lexicon) || lexicons.phrase(std::span(buffer_).subspan(i), lexicon)) ++found;
  }
  return found;
}

double WordFinder::count(WordList list, std::span<const TokenRange> ranges) {
  buffer_.clear();
  for (const TokenRange& part : ranges) {
    const TokenRange range = clipped(input_.text, part);
    for (std::uint32_t t = range.begin; t < range.end && buffer_.size() < kMaxLooked; ++t) {
      buffer_.push_back(input_.text.tokens[t].word);
    }
    buffer_.push_back(kUnknownWord);  // no phrase reaches over the gap
  }
  return count_buffer(list);
}

bool WordFinder::beside(WordList list, const Attribution& attribution) {
  const TokenRange sentence = sentence_range(input_.text, anchor_of(attribution));
  buffer_.clear();
  for (std::uint32_t t = sentence.begin; t < std::min(sentence.end, sentence.begin + kMaxLooked); ++t) {
    const bool said = std::any_of(attribution.content.begin(), attribution.content.end(),
                                  [&](const TokenRange& part) { return part.contains(t); });
    buffer_.push_back(said ? kUnknownWord : input_.text.tokens[t].word);
  }
  return count_buffer(list) > 0;
}

}  // namespace hearsay
