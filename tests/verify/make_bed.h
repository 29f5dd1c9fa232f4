// A bed for verification: invented transcripts, and articles that quote them rightly or with one labelled alteration
// each. Everything comes from a seed and a word material of our own; the same seed gives the same bed everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "verify/verification.h"

namespace hearsay {

struct BedQuotation {
  std::string words;    // as they stand in the article, between the marks
  std::string speaker;  // whom the article gives them to
  QuotationClass label = QuotationClass::verbatim;
  std::string operation;  // "drops a negation"
  std::size_t begin = 0;  // byte of the article's text
};

struct BedArticle {
  std::string name, text;
  std::string original_name, original;  // a transcript
  bool original_missing = false;        // a second original of this article has no text
  std::vector<BedQuotation> quotations;
};

struct Bed {
  std::vector<BedArticle> articles;
};

/// 40 articles with 15 quotations each: 200 as they were said, 400 altered.
[[nodiscard]] Bed make_bed(std::uint64_t seed);

}  // namespace hearsay
