// document_claims(): a note's words are widened to whole sentences, and so is a claim; where they meet, the note
// documents the claim. A mark without words stands behind what it is about, so the sentence is that of the byte before
// it.
#include "score/document_claims.h"

#include <algorithm>

namespace hearsay {
namespace {

// The first token that ends behind `byte`.
std::uint32_t token_behind(const Text& text, std::uint32_t byte) {
  const auto found = std::upper_bound(text.tokens.begin(), text.tokens.end(), byte,
                                      [](std::uint32_t at, const Token& token) { return at < token.end; });
  return static_cast<std::uint32_t>(found - text.tokens.begin());
}

// Tokens of the sentences that the note is about; empty where it hangs on nothing that is read.
TokenRange noted(const Text& text, Span span) {
  const std::uint32_t from = span.empty() ? span.begin - (span.begin > 0 ? 1U : 0U) : span.begin;
  const std::uint32_t to = span.empty() ? from : span.end - 1;
  std::uint32_t first = token_behind(text, from);
  std::uint32_t last = token_behind(text, to);
  // Between two tokens it belongs to the one before: blanks may stand between a sentence and its mark.
  if (span.empty() && first > 0 && (first == text.tokens.size() || text.tokens[first].begin > from)) --first;
  if (last > first && (last == text.tokens.size() || text.tokens[last].begin > to)) --last;
  if (first >= text.tokens.size()) return {};
  last = std::clamp(last, first, static_cast<std::uint32_t>(text.tokens.size() - 1));
  return {text.sentences[text.sentence_of[first]].tokens.begin, text.sentences[text.sentence_of[last]].tokens.end};
}

}  // namespace

void document_claims(const ScoreInput& input, std::vector<Claim>& claims) {
  const std::vector<Annotation>& annotations = input.document.annotations;
  if (input.text.tokens.empty() || input.text.sentence_of.size() != input.text.tokens.size()) return;
  std::vector<std::vector<std::uint32_t>> of_sentence;  // annotations
  for (std::uint32_t i = 0; i < annotations.size(); ++i) {
    if (annotations[i].evidence == Annotation::Evidence::none) continue;
    const TokenRange range = noted(input.text, annotations[i].span);
    if (range.empty()) continue;
    of_sentence.resize(input.text.sentences.size());
    const std::uint32_t last = input.text.sentence_of[range.end - 1];
    for (std::uint32_t s = input.text.sentence_of[range.begin]; s <= last; ++s) of_sentence[s].push_back(i);
  }
  if (of_sentence.empty()) return;
  for (Claim& claim : claims) {
    if (claim.range.empty() || claim.range.end > input.text.tokens.size()) continue;
    const std::uint32_t last = input.text.sentence_of[claim.range.end - 1];
    for (std::uint32_t s = input.text.sentence_of[claim.range.begin]; s <= last; ++s) {
      for (const std::uint32_t note : of_sentence[s]) {
        if (claim.annotations.empty() || claim.annotations.back() < note) claim.annotations.push_back(note);
      }
    }
  }
}

}  // namespace hearsay
