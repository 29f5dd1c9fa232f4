// Entry: attribution_fingerprints, source_fingerprints. Marks do not count, nor letter case: tokens are hashed in lower
// case. Linear: what is hashed of one thing is bounded.
#include "corrections/fingerprints.h"

#include <algorithm>

#include "base/fingerprint.h"
#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kContentWords = 12;
constexpr std::uint32_t kMostTokens = 64;  // looked at of a cue, or of a sentence

/// Adds up to `most` words of a range and gives how many were.
std::uint32_t add_words(WordFingerprint& print, const Text& text, TokenRange range, std::uint32_t most) {
  std::uint32_t added = 0;
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t t = range.begin; t < std::min(range.end, size) && added < most; ++t) {
    if (text.tokens[t].has(kPunct)) continue;
    print.add(text.tokens[t].hash);
    ++added;
  }
  return added;
}

TokenRange sentence_of(const Text& text, std::uint32_t token) {
  if (token >= text.sentence_of.size() || text.sentence_of[token] >= text.sentences.size()) return {};
  return text.sentences[text.sentence_of[token]].tokens;
}

}  // namespace

std::vector<std::uint64_t> attribution_fingerprints(const Article& article, const Attributions& attributions) {
  std::vector<std::uint64_t> all;
  all.reserve(attributions.size());
  Ordinals ordinals;
  for (const Attribution& attribution : attributions) {
    WordFingerprint print;
    print.add("attribution");
    const TokenRange cue = attribution.cue.empty() ? attribution.source : attribution.cue;
    add_words(print, article.text, cue, kMostTokens);
    print.add("content");
    std::uint32_t left = kContentWords;
    for (const TokenRange& piece : attribution.content) left -= add_words(print, article.text, piece, left);
    if (left == kContentWords) add_words(print, article.text, sentence_of(article.text, cue.begin), kMostTokens);
    all.push_back(ordinals.next(print.value()));
  }
  return all;
}

std::vector<std::uint64_t> source_fingerprints(const Article& article, const Sources& sources) {
  std::vector<std::uint64_t> all;
  all.reserve(sources.all.size());
  Ordinals ordinals;
  for (const Source& source : sources.all) {
    WordFingerprint print;
    print.add("source");
    print.add(word_hash(lower(source.name)));
    if (source.anonymous && !source.mentions.empty())
      add_words(print, article.text, sentence_of(article.text, source.mentions.front().begin), kMostTokens);
    all.push_back(ordinals.next(print.value()));
  }
  return all;
}

}  // namespace hearsay
