#include "evaluate/counted_words.h"

#include <utf8proc.h>

namespace hearsay {
namespace {

/// \w: any letter or number of Unicode, and the low line.
bool is_word(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

/// \s; zero-width marks are none.
bool is_white(char32_t c) {
  return (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool joins(char32_t c) {
  return c == 0x2019 || c == U'\'' || c == U'-';
}

}  // namespace

std::vector<Word> words_of(std::u32string_view text) {
  std::vector<Word> words;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    if (!is_word(text[at])) {
      if (!is_white(text[at])) words.push_back({.range = {at, at + 1}, .mark = true});
      ++at;
      continue;
    }
    std::uint32_t end = at + 1;
    while (end < size && (is_word(text[end]) || (joins(text[end]) && end + 1 < size && is_word(text[end + 1])))) ++end;
    words.push_back({.range = {at, end}});
    at = end;
  }
  return words;
}

}  // namespace hearsay
