// Where the words of an article stand in the text it was read from. Plain text is the same text; of a web page the
// reader keeps the words alone, and here they are found again by their ASCII letters and digits. It keeps no view.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "report/report.h"

namespace hearsay {

class TextAnchor {
 public:
  /// `original` is the UTF-8 the report's article was read from. Linear but for texts made to be slow, which are cut
  /// off: what was not found by then has no place.
  TextAnchor(const std::string& original, const Report& report);

  /// Bytes of the report's text to bytes of the original; empty at 0 where none of its words was found.
  [[nodiscard]] Span place(Span span) const;

 private:
  bool same_ = false;
  std::uint32_t shift_ = 0;             // the byte-order mark
  std::vector<std::uint32_t> letters_;  // where each letter or digit of the report's text stands …
  std::vector<std::uint32_t> places_;   // … and its byte in the original, or kNone
};

}  // namespace hearsay
