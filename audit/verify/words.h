// Words as quotations are held against their origin by: case, typography, soft and line-end hyphens folded, numbers by
// value, contractions drawn apart. What was folded is gone from `key`; what a careful desk may still count stands in
// `surface` and the flags.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "language/closed_words.h"

namespace hearsay {

/// ComparedWord::flags bits.
enum ComparedFlag : std::uint32_t {
  kNumberValue = 1U << 0U,
  kDenying = 1U << 1U,
  kUpperFirst = 1U << 2U,
  kOpensSentence = 1U << 3U,  // first of its sentence, turn or text
  kClauseBefore = 1U << 4U,   // a comma, colon, dash … or the end of a sentence stands before it
  kHesitates = 1U << 5U,
  kFills = 1U << 6U,
  kConditional = 1U << 7U,
  kContent = 1U << 8U,            // says something by itself
  kInBrackets = 1U << 9U,         // put in by the writer: [the mayor]
  kLetterInBrackets = 1U << 10U,  // "[T]he"
  kEllipsisBefore = 1U << 11U,
  kDayName = 1U << 12U,
  kFromContraction = 1U << 13U,
  kBrokenOff = 1U << 14U,   // a dash stands at its end: "th—"
  kTaggedName = 1U << 15U,  // a name by its tag, where the text has tags
  kInMarks = 1U << 16U,     // of an original: between double quotation marks
  kSeamBefore = 1U << 17U,  // of words between marks alone: other words, or marks, stand before it
};

struct ComparedWord {
  std::uint32_t key = 0;    // the same for words that are the same
  std::uint32_t stem = 0;   // … for forms of one word
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t flags = 0;
  [[nodiscard]] bool has(ComparedFlag flag) const { return (flags & flag) != 0; }
};

enum class CutFor : std::uint8_t {
  draft,       // brackets and ellipses are the writer's marks
  original,    // what stands in square brackets is nobody's words: [Applause]
  transcript,  // nor what stands in round ones
};

/// One thread's: keeps what it learned of each word.
class WordCutter {
 public:
  /// `language` must outlive it.
  explicit WordCutter(const LanguageWords& language) : language_(language) {}

  /// Appends the words of text[span], linear in it. Bytes that are no UTF-8 part words.
  void cut(std::string_view text, Span span, CutFor what, std::vector<ComparedWord>& words);

 private:
  struct Known {
    std::uint32_t stem = 0;
    std::uint32_t flags = 0;
    double value = -1;  // of a number; -1: it is none
    const std::vector<std::string>* contraction = nullptr;
  };
  struct RawWord {
    ComparedWord word;
    double value = -1;
    bool figures = false;
  };
  class Scan;
  const Known& known(std::string_view lower, std::uint32_t hash);
  void compose(const std::vector<RawWord>& raw, std::vector<ComparedWord>& words);

  const LanguageWords& language_;
  std::unordered_map<std::uint32_t, Known> known_;
  std::vector<RawWord> raw_;
};

}  // namespace hearsay
