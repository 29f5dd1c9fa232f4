// UTF-8 as bytes: is it valid, what stands here, how many code points, lower case. Everything takes and gives bytes;
// code points appear only as values. Not here: encodings other than UTF-8 (document/encoding.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

/// What stands in place of bytes that are no UTF-8.
inline constexpr char32_t kReplacement = 0xfffd;

/// One code point and the bytes it took. `length` is 0 only at the end of the text.
struct CodePoint {
  char32_t value = kReplacement;
  std::uint32_t length = 0;
  bool valid = false;
};

/// The code point at byte `at`. A byte that begins no valid sequence gives kReplacement of length 1, not valid.
/// Overlong forms, surrogates and values above U+10FFFF are not valid.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);

/// Bytes from the start that are valid UTF-8; text.size() if all are.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text);

[[nodiscard]] inline bool is_valid_utf8(std::string_view text) {
  return valid_utf8_prefix(text) == text.size();
}

/// Code points of valid UTF-8 (bytes that are no continuation bytes).
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Appends the UTF-8 form; a value that has none is written as kReplacement.
void append_utf8(std::string& out, char32_t value);

/// Appends `text` in lower case, code point by code point (simple mapping: the number of code points stays).
void append_lower(std::string& out, std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);

[[nodiscard]] bool is_letter(char32_t value);
[[nodiscard]] bool is_upper(char32_t value);  // upper or title case
[[nodiscard]] bool is_lower(char32_t value);
[[nodiscard]] bool is_digit(char32_t value);  // any decimal digit
[[nodiscard]] bool is_space(char32_t value);  // Unicode white space, no-break space and zero-width marks

/// Without white space (is_space) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace hearsay
