// A text cut where changed words begin and end, for those who mark them.
#pragma once

#include <string_view>
#include <vector>

#include "report/report.h"

namespace hearsay {

struct MarkedPart {
  std::string_view words;  // of the text, untouched
  bool changed = false;
  bool space_before = false;  // white space stands before it in the text
};

/// In text order; every byte is in one part. Spans that overlap or lie beyond the text are left out.
[[nodiscard]] std::vector<MarkedPart> marked_parts(std::string_view text, const CodeSpans& changed);

}  // namespace hearsay
