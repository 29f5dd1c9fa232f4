#include "base/plain_letters.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {

std::string plain_letters(std::string_view text) {
  std::string low = lower(text);
  if (skip_ascii(low, 0) == low.size()) return low;
  std::string out;
  out.reserve(low.size());
  for (std::size_t at = 0; at < low.size();) {
    const CodePoint here = decode(low, at);
    at += std::max<std::uint32_t>(1, here.length);
    if (here.value < 0x80U) {
      out += static_cast<char>(here.value);
      continue;
    }
    utf8proc_int32_t parts[8] = {};
    int boundary = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(here.value), parts, 8,
                                static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK), &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i)
      append_utf8(out, static_cast<char32_t>(parts[i]));
  }
  return out;
}

}  // namespace hearsay
