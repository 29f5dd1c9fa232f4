// One text many times over, for input that breaks readers by its size or depth.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

inline std::string times(std::string_view text, int count) {
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace hearsay
