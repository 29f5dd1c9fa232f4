// A document's text cut into tokens, sentences, paragraphs and quotations. Plain values; all positions are indices.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "tokens/vocabulary.h"

namespace hearsay {

/// Token::flags bits.
enum TokenFlag : std::uint16_t {
  kCapital = 1U << 0U,  // first letter is upper case
  kAllCaps = 1U << 1U,  // two or more letters, all upper case
  kDigit = 1U << 2U,    // holds a digit
  kAlpha = 1U << 3U,    // first character is a letter
  kPunct = 1U << 4U,    // neither letter nor digit
  kSentenceStart = 1U << 5U,
  kSpaceBefore = 1U << 6U,   // white space (or the text's start) before it
  kOpenQuote = 1U << 7U,     // the opening mark of a quotation, as paired
  kCloseQuote = 1U << 8U,    // the closing mark of a quotation, as paired
  kAbbreviation = 1U << 9U,  // its full stop belongs to it: "Mr.", "U.S."
  kMixedCase = 1U << 10U,    // an upper-case letter after a lower-case one
  kClitic = 1U << 11U,       // split off the word before: 's n't 're
};

/// 20 bytes. The words are in Document::text; nothing is copied.
struct Token {
  std::uint32_t begin = 0;  // byte in Document::text
  std::uint32_t end = 0;
  WordId word = kUnknownWord;
  std::uint32_t hash = 0;  // word_hash of the lower-case form
  std::uint16_t flags = 0;
  ClosedWords::Row closed = 0;  // among the closed words of the language; 0: it is none
  [[nodiscard]] bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

struct Sentence {
  TokenRange tokens;
  std::uint32_t paragraph = 0;
};

/// A block that is read (is_read), with its tokens. Blocks that are not read are not tokenised.
struct Paragraph {
  TokenRange tokens;
  TokenRange sentences;  // indices into Text::sentences
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t block = 0;  // index into Document::blocks
};

enum class QuoteStyle : std::uint8_t {
  curly,
  straight,
  single_curly,
  single_straight,
  double_apostrophe,
  guillemet,
  bracketed,
  block  // set apart, without marks (block_quotes.h)
};

/// Words between a pair of marks, which are part of the range; or set apart as a block, which needs none.
struct Quotation {
  TokenRange tokens;  // from the opening mark through the closing mark
  QuoteStyle style = QuoteStyle::curly;
  bool closed = true;               // false: ends with its paragraph for want of a mark
  bool scare = false;               // a word or a few inside a sentence that nobody need have said: ‘facilitate’
  std::uint32_t parent = kNone;     // the quotation it lies in
  std::uint32_t continues = kNone;  // the quotation of the previous paragraph that this one goes on with
  std::uint32_t continued = kNone;  // the first one that goes on with this
};

/// The stage's value. Indices are stable; the document must outlive it.
struct Text {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Paragraph> paragraphs;
  std::vector<Quotation> quotations;        // in order of their opening mark
  std::vector<std::uint32_t> sentence_of;   // per token
  std::vector<std::uint32_t> quotation_of;  // per token: the innermost quotation holding it (marks too), or kNone
  const LanguageWords* language = &no_language();  // the vocabulary's, which must outlive the text

  /// Whether token i is a closed word with that role; false beyond the end.
  [[nodiscard]] bool is(std::uint32_t i, Role role) const { return i < tokens.size() && is(tokens[i], role); }
  [[nodiscard]] bool is(const Token& token, Role role) const { return language->closed.has(token.closed, role); }
};

[[nodiscard]] inline std::string_view token_text(const Document& document, const Token& token) {
  return std::string_view(document.text).substr(token.begin, token.end - token.begin);
}

/// "14:10": the hour before a line of a live report.
[[nodiscard]] inline bool is_clock_time(const Document& document, const Token& token) {
  return token.has(kDigit) && token_text(document, token).find(':') != std::string_view::npos;
}

/// The bytes from the first token's begin to the last one's end.
[[nodiscard]] inline Span span_of(const Text& text, TokenRange range) {
  if (range.empty()) return {};
  return {text.tokens[range.begin].begin, text.tokens[range.end - 1].end};
}

[[nodiscard]] inline std::string_view text_of(const Document& document, const Text& text, TokenRange range) {
  const Span span = span_of(text, range);
  return std::string_view(document.text).substr(span.begin, span.size());
}

}  // namespace hearsay
