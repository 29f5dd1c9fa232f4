// Small questions about where a token stands, asked all over score/.
#pragma once

#include <algorithm>
#include <span>

#include "score/input.h"

namespace hearsay {

[[nodiscard]] inline std::uint32_t sentence_at(const Text& text, std::uint32_t token) {
  return token < text.sentence_of.size() ? text.sentence_of[token] : kNone;
}

/// The tokens of the sentence that holds `token`; empty where none does.
[[nodiscard]] inline TokenRange sentence_range(const Text& text, std::uint32_t token) {
  const std::uint32_t sentence = sentence_at(text, token);
  return sentence < text.sentences.size() ? text.sentences[sentence].tokens : TokenRange{};
}

/// What kind of block a token stands in.
[[nodiscard]] inline BlockKind block_at(const Text& text, std::uint32_t token) {
  const std::uint32_t sentence = sentence_at(text, token);
  if (sentence >= text.sentences.size()) return BlockKind::boilerplate;
  const std::uint32_t paragraph = text.sentences[sentence].paragraph;
  return paragraph < text.paragraphs.size() ? text.paragraphs[paragraph].kind : BlockKind::boilerplate;
}

[[nodiscard]] inline bool is_comma(const ScoreInput& input, std::uint32_t token) {
  return text_of(input.document, input.text, {token, token + 1}) == ",";
}

/// A token of the words that say who speaks: the cue where there is one.
[[nodiscard]] inline std::uint32_t anchor_of(const Attribution& attribution) {
  if (!attribution.cue.empty()) return attribution.cue.begin;
  return attribution.source.empty() ? kNone : attribution.source.begin;
}

/// The range cut to the tokens there are.
[[nodiscard]] inline TokenRange clipped(const Text& text, TokenRange range) {
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  return {range.begin < size ? range.begin : size, range.end < size ? range.end : size};
}

/// The source an attribution is given to, or null where the article names nobody.
[[nodiscard]] inline const Source* source_at(const Sources& sources, std::uint32_t index) {
  return index < sources.all.size() ? &sources.all[index] : nullptr;
}
[[nodiscard]] inline std::uint32_t source_index(const Sources& sources, std::uint32_t attribution) {
  const std::uint32_t index = attribution < sources.of_attribution.size() ? sources.of_attribution[attribution] : kNone;
  return index < sources.all.size() ? index : kNone;
}

/// The mentions whose core begins in the range, in text order. O(log mentions).
[[nodiscard]] inline std::span<const Mention> mentions_in(const Mentions& mentions, TokenRange range) {
  const auto begins_before = [](std::uint32_t token) {
    return [token](const Mention& mention) { return mention.core.begin < token; };
  };
  const std::vector<Mention>& all = mentions.all;
  const auto first = std::partition_point(all.begin(), all.end(), begins_before(range.begin));
  return {first, std::partition_point(first, all.end(), begins_before(range.end))};
}

/// How sure it is that these are words of the source they are given to.
[[nodiscard]] inline double certainty_of(const ScoreInput& input, std::uint32_t index) {
  const std::vector<double>& sources = input.sources.certainty;
  return input.attributions[index].confidence * (index < sources.size() ? sources[index] : 1);
}

/// Whether an attribution gives somebody's words. What people believe, want or intend, and what a whole population
/// does, the writer tells in their own voice.
[[nodiscard]] inline bool tells_words(const ScoreInput& input, std::uint32_t index) {
  const Attribution& attribution = input.attributions[index];
  if (attribution.mode == SourceMode::author || !attribution.statement) return false;
  if (attribution.type != AttributionType::indirect) return true;
  const Source* source = source_at(input.sources, source_index(input.sources, index));
  return source == nullptr || source->kind != SourceKind::collective;
}

}  // namespace hearsay
