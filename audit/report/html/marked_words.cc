// Entry: marked_parts.
#include "report/html/marked_words.h"

#include <cctype>

#include "report/text_index.h"

namespace hearsay {

std::vector<MarkedPart> marked_parts(std::string_view text, const CodeSpans& changed) {
  const TextIndex index(text);
  std::vector<MarkedPart> parts;
  const auto add = [&](std::size_t begin, std::size_t end, bool mark) {
    if (begin >= end) return;
    const auto is_blank = [&](std::size_t at) { return std::isspace(static_cast<unsigned char>(text[at])) != 0; };
    parts.push_back({.words = text.substr(begin, end - begin),
                     .changed = mark,
                     .space_before = is_blank(begin) || (begin > 0 && is_blank(begin - 1))});
  };
  std::size_t at = 0;
  for (const CodeSpan& span : changed) {
    const std::size_t begin = index.byte(span.first);
    const std::size_t end = index.byte(span.second);
    if (begin < at || end <= begin) continue;
    add(at, begin, false);
    add(begin, end, true);
    at = end;
  }
  add(at, text.size(), false);
  return parts;
}

}  // namespace hearsay
