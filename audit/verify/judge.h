// What a quotation is, held against one excerpt of an original: the differences of their words, and the class that the
// gravest of them makes. Who speaks there, and whether other excerpts hold the rest, is decided above (verify.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/closed_words.h"
#include "verify/align.h"
#include "verify/seek.h"
#include "verify/verification.h"

namespace hearsay {

/// The draft's side.
struct QuotedWords {
  std::string_view text;  // the draft's
  const std::vector<ComparedWord>* words = nullptr;
  bool around_denies = false;      // the sentence around the quotation holds a negation …
  bool around_conditions = false;  // … or a condition of its own
};

struct WordVerdict {
  QuotationClass result = QuotationClass::not_found;
  std::vector<QuotedDifference> differences;
  AlignedWords aligned;
  double shared = 0;  // of the quoted words, those in their place, 0…1
  Span found;         // bytes of the excerpt's text
  /// Quoted words that this excerpt does not have, from the longest on: other excerpts may.
  struct Missing {
    std::uint32_t begin = 0, end = 0;  // quoted words
  };
  std::vector<Missing> missing;
};

/// Share of the quoted words, in order: with less it is another wording.
inline constexpr double kOneWording = 0.62;
/// Fewest words that say anything.
inline constexpr std::uint32_t kLeastQuotedWords = 4;

/// What the gravest of them makes; verbatim where there is none.
[[nodiscard]] QuotationClass class_of(const std::vector<QuotedDifference>& differences);

[[nodiscard]] WordVerdict judge_quotation(const QuotedWords& quoted, const Excerpt& excerpt,
                                          const LanguageWords& language);

}  // namespace hearsay
