// Where people find a place of the text in the original file: by line and column, or, in files that show nobody their
// lines, by the number of the paragraph and its opening words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "report/report.h"
#include "report/text_index.h"

namespace hearsay {

/// Either line and column or paragraph and opening; numbers from 1, columns in code points.
struct OriginalPlace {
  std::uint32_t line = 0, column = 0;
  std::uint32_t paragraph = 0;
  std::string opening;
};

/// Keeps references: document and index must outlive it.
class PlaceIndex {
 public:
  PlaceIndex(const Document& document, const TextIndex& index);
  [[nodiscard]] OriginalPlace find(std::uint32_t byte) const;

 private:
  const Document& document_;
  const TextIndex& index_;
  std::vector<std::uint32_t> paragraphs_;  // first bytes, where the form is PlaceForm::paragraphs
};

/// "line 3, column 7", "paragraph 7 (“The mayor said that …”)", or "" of the whole article.
[[nodiscard]] std::string place_words(const ReportFinding& finding);

}  // namespace hearsay
