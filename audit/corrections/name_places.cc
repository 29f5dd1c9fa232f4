// The bytes are searched, and what is found is measured against the tokens: one search over the text for a name.
#include "corrections/name_places.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kMostPlaces = 64;
constexpr std::uint32_t kMostSearched = 4U << 20U;  // bytes of an article
constexpr std::uint32_t kMostBeside = 200;          // tokens of a sentence, to each side

/// Places whose bytes lie in `within`.
std::vector<TokenRange> places_in(const Article& article, std::string_view name, Span within) {
  std::vector<TokenRange> places;
  if (name.empty()) return places;
  const std::vector<Token>& tokens = article.text.tokens;
  const std::string_view text = std::string_view(article.document.text).substr(0, within.end);
  for (std::size_t at = text.find(name, within.begin); at != std::string_view::npos && places.size() < kMostPlaces;
       at = text.find(name, at + name.size())) {
    const auto first =
        std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) { return token.begin < at; });
    const auto last =
        std::partition_point(first, tokens.end(), [&](const Token& token) { return token.begin < at + name.size(); });
    if (first == last || first->begin != at || (last - 1)->end != at + name.size()) continue;
    places.push_back(
        {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())});
  }
  return places;
}

}  // namespace

std::vector<TokenRange> name_places(const Article& article, std::string_view name) {
  return places_in(article, name,
                   {0, std::min(kMostSearched, static_cast<std::uint32_t>(article.document.text.size()))});
}

TokenRange name_beside(const Article& article, std::string_view name, std::uint32_t token) {
  const Text& text = article.text;
  if (token >= text.sentence_of.size() || text.sentence_of[token] >= text.sentences.size()) return {};
  TokenRange sentence = text.sentences[text.sentence_of[token]].tokens;
  sentence.begin = std::max(sentence.begin, token - std::min(token, kMostBeside));
  sentence.end = std::min(sentence.end, token + kMostBeside);
  TokenRange best;
  std::uint32_t nearest = kNone;
  for (const TokenRange place : places_in(article, name, span_of(text, sentence))) {
    const std::uint32_t far = place.begin > token ? place.begin - token : token - place.begin;
    if (far >= nearest) continue;
    nearest = far;
    best = place;
  }
  return best;
}

bool holds_name(const Text& text, TokenRange range) {
  for (std::uint32_t t = range.begin; t < std::min<std::size_t>(range.end, text.tokens.size()); ++t) {
    if (text.tokens[t].has(kCapital) && !text.tokens[t].has(kSentenceStart)) return true;
  }
  return range.size() > 1 && range.begin < text.tokens.size() && text.tokens[range.begin].has(kCapital) &&
         range.begin + 1 < text.tokens.size() && text.tokens[range.begin + 1].has(kCapital);
}

const Mention* mention_of(const Mentions& mentions, const std::vector<TokenRange>& places) {
  for (const TokenRange place : places) {
    for (std::uint32_t t = place.begin; t < place.end && t < mentions.of_token.size(); ++t) {
      const std::uint32_t m = mentions.of_token[t];
      if (m >= mentions.all.size()) continue;
      const Mention& mention = mentions.all[m];
      if (mention.pronoun || mention.kind == SourceKind::other) continue;
      if (mention.name == place || mention.core == place || mention.range == place) return &mention;
    }
  }
  return nullptr;
}

}  // namespace hearsay
