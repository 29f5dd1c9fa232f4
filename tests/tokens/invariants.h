// What holds for every text, however odd; shared by the property test and the fuzzer. No GoogleTest here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "tokens/characters.h"
#include "tokens/token.h"

namespace hearsay::test {

/// "" or the first invariant of tokenize that `text` breaks.
inline std::string broken_invariant(const Document& document, const Text& text) {
  // Tokens are in order, inside their blocks, and leave nothing between them but white space and marks that nobody
  // sees.
  for (const Paragraph& paragraph : text.paragraphs) {
    const Span block = document.blocks[paragraph.block].span;
    std::size_t at = block.begin;
    for (std::uint32_t i = paragraph.tokens.begin; i <= paragraph.tokens.end; ++i) {
      const bool last = i == paragraph.tokens.end;
      const std::size_t until = last ? block.end : text.tokens[i].begin;
      if (until < at || until > block.end) return "tokens out of order";
      while (at < until) {
        const Character c = character_at(document.text, at);
        if (c.kind != CharacterKind::space && !is_unseen(c.code)) return "a character in no token";
        at += c.bytes;
      }
      if (last) break;
      if (text.tokens[i].end <= text.tokens[i].begin) return "an empty token";
      at = text.tokens[i].end;
    }
  }
  // Paragraphs partition the tokens, sentences each paragraph.
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  for (const Paragraph& paragraph : text.paragraphs) {
    if (paragraph.tokens.begin != token || paragraph.sentences.begin != sentence) return "paragraphs do not partition";
    for (; sentence < paragraph.sentences.end; ++sentence) {
      const TokenRange range = text.sentences[sentence].tokens;
      if (range.begin != token || range.empty()) return "sentences do not partition";
      for (; token < range.end; ++token) {
        if (text.sentence_of[token] != sentence) return "sentence_of is wrong";
      }
    }
    if (token != paragraph.tokens.end) return "sentences end elsewhere than their paragraph";
  }
  if (token != text.tokens.size() || text.sentence_of.size() != token || text.quotation_of.size() != token)
    return "sizes";
  // Quotations are in order, nest, stay in their paragraph, and own their tokens.
  std::vector<std::uint32_t> owner(text.tokens.size(), kNone);
  std::vector<std::uint32_t> around;
  for (std::uint32_t q = 0; q < text.quotations.size(); ++q) {
    const Quotation& quotation = text.quotations[q];
    const TokenRange range = quotation.tokens;
    if (range.empty() || range.end > text.tokens.size()) return "an empty quotation";
    if (q > 0 && text.quotations[q - 1].tokens.begin >= range.begin) return "quotations out of order";
    while (!around.empty() && text.quotations[around.back()].tokens.end <= range.begin) around.pop_back();
    if (!around.empty() && text.quotations[around.back()].tokens.end < range.end) return "quotations cross";
    if (quotation.parent != (around.empty() ? kNone : around.back())) return "parent is wrong";
    around.push_back(q);
    if (around.size() > 24) return "quotations nest without bound";
    // A block has no marks; a paragraph between the first and the last need not open with one.
    const bool block = quotation.style == QuoteStyle::block;
    if (!block && quotation.continues == kNone && !text.tokens[range.begin].has(kOpenQuote)) return "no opening flag";
    if (!block && quotation.closed && (range.size() < 2 || !text.tokens[range.end - 1].has(kCloseQuote)))
      return "no closing flag";
    const Sentence& first = text.sentences[text.sentence_of[range.begin]];
    if (first.paragraph != text.sentences[text.sentence_of[range.end - 1]].paragraph) return "crosses a paragraph";
    if (quotation.continues != kNone && quotation.continues >= q) return "continues forward";
    for (std::uint32_t i = range.begin; i < range.end; ++i) owner[i] = q;
  }
  if (owner != text.quotation_of) return "quotation_of is wrong";
  return "";
}

}  // namespace hearsay::test
