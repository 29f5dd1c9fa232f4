// Letters of what is ASCII by its standard or by choice: names of headers and hosts, abbreviations. Words are lowered
// by base/utf8.h.
#pragma once

namespace hearsay {

/// Other bytes stay as they are.
[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace hearsay
