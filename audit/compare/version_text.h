// The text of one version as words that can be compared: folded, so that typography does not count, in sentences and
// paragraphs, each with its place in the report's text. Body text alone: a headline is compared as one line, bylines
// and furniture are no part of what is claimed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/closed_words.h"
#include "report/report.h"

namespace hearsay {

inline constexpr std::uint32_t kNoWord = 0xffffffff;

struct VersionWord {
  CodeSpan span;          // code points of the report's text
  std::uint64_t key = 0;  // of its folded form: letters without case and marks
  std::uint32_t unit = 0;
  ClosedWords::Row row = 0;  // among the closed words of the language
  bool quoted = false;       // within quotation marks
  bool number = false;       // begins with a digit, or is a word for a number
  bool capital = false;      // begins with an upper-case letter
};

/// Words [first, end) of a range.
struct WordRange {
  std::uint32_t first = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - first; }
};

/// A sentence, or a part of one that is too long to be compared at once.
struct VersionUnit {
  WordRange words;
  std::uint32_t passage = 0;
};

struct VersionPassage {
  CodeSpan span;
  WordRange units;
};

struct VersionText {
  std::string_view text;  // the report's, which must live
  std::vector<VersionWord> words;
  std::vector<VersionUnit> units;
  std::vector<VersionPassage> passages;

  /// The words that lie in the spans, in text order.
  [[nodiscard]] std::vector<std::uint32_t> words_in(const CodeSpans& spans) const;
};

/// Linear in the text.
[[nodiscard]] VersionText read_version(const Report& report, const LanguageWords& language);

/// The folded words of any text, as numbers: a headline, a name.
[[nodiscard]] std::vector<std::uint64_t> folded_words(std::string_view text, const LanguageWords& language);

}  // namespace hearsay
