// The quotation marks of a paragraph and what their spacing says: this one opens, that one closes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "tokens/token.h"

namespace hearsay {

enum class MarkRole : std::uint8_t { open, close, either };

struct QuotationMark {
  std::uint32_t token = 0;
  QuoteStyle style = QuoteStyle::curly;
  MarkRole role = MarkRole::either;
  bool low = false;        // „: closed by “
  bool may_close = false;  // single marks: no white space before it
  bool strong = false;     // single marks: what stands around is no possessive
  bool doubtful = false;   // single marks: may as well be an apostrophe (workers’, goin’)
};

[[nodiscard]] constexpr bool is_single(QuoteStyle style) {
  return style == QuoteStyle::single_curly || style == QuoteStyle::single_straight;
}

/// Whether a word is a single byte, and one of these.
[[nodiscard]] constexpr bool one_of(std::string_view word, std::string_view bytes) {
  return word.size() == 1 && bytes.find(word[0]) != std::string_view::npos;
}

/// Appends the marks of one paragraph in text order.
void collect_marks(const Document& document, const Text& text, const Paragraph& paragraph,
                   std::vector<QuotationMark>& marks);

}  // namespace hearsay
