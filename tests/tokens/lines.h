// Documents for tests: each line of a text is a paragraph.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "document/document.h"
#include "english_words.h"
#include "tokens/tokenize.h"

namespace hearsay::test {

inline Document paragraphs_of(std::string lines) {
  Document document;
  document.text = std::move(lines);
  std::size_t begin = 0;
  while (begin < document.text.size()) {
    std::size_t end = document.text.find('\n', begin);
    if (end == std::string::npos) end = document.text.size();
    if (end > begin) {
      document.blocks.push_back(
          {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, .kind = BlockKind::paragraph});
    }
    begin = end + 1;
  }
  return document;
}

/// A document with its text; the text points into the document and to the vocabulary.
struct Cut {
  explicit Cut(std::string lines, const Vocabulary& vocabulary = english_vocabulary())
      : document(paragraphs_of(std::move(lines))), text(tokenize(document, vocabulary)) {}
  Document document;
  Text text;

  [[nodiscard]] std::string word(std::uint32_t at) const { return std::string(token_text(document, text.tokens[at])); }

  /// "It|failed|."
  [[nodiscard]] std::string words() const {
    std::string all;
    for (std::uint32_t at = 0; at < text.tokens.size(); ++at) all += (at == 0 ? "" : "|") + word(at);
    return all;
  }

  /// The text with " || " between sentences.
  [[nodiscard]] std::string sentences() const {
    std::string all;
    for (const Sentence& sentence : text.sentences) {
      all += (all.empty() ? "" : " || ") + std::string(text_of(document, text, sentence.tokens));
    }
    return all;
  }

  /// The quotations in order, each as its text, "^" for each one it lies in, "~" = scare, "…open" = unclosed.
  [[nodiscard]] std::string quotations() const {
    std::string all;
    for (const Quotation& quotation : text.quotations) {
      if (!all.empty()) all += " | ";
      for (std::uint32_t up = quotation.parent; up != kNone; up = text.quotations[up].parent) all += "^";
      if (quotation.scare) all += "~";
      if (quotation.continues != kNone) all += "+";
      all += std::string(text_of(document, text, quotation.tokens));
      if (!quotation.closed) all += " (open)";
    }
    return all;
  }
};

}  // namespace hearsay::test
