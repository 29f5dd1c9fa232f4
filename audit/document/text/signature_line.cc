#include "document/text/signature_line.h"

#include "base/utf8.h"

namespace hearsay {

std::string signature_line(std::string_view words) {
  constexpr std::size_t kLongest = 200;  // bytes
  words = trim(words);
  for (bool moved = true; moved;) {
    moved = false;
    for (const std::string_view dash : {"—", "–", "―", "-", "~"}) {
      if (!words.starts_with(dash)) continue;
      words = trim(words.substr(dash.size()));
      moved = true;
    }
  }
  const bool named = !words.empty() && words.size() <= kLongest && words.find("://") == std::string_view::npos;
  if (!named) return "";
  const char32_t first = decode(words, 0).value;
  return is_letter(first) || first == U'“' || first == U'@' ? "— " + std::string(words) : "";
}

}  // namespace hearsay
