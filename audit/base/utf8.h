// UTF-8 as bytes: is it valid, what stands here, how many code points, lower case. Everything takes and gives bytes;
// code points appear only as values. Not here: encodings other than UTF-8 (document/text/encoding.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

/// What stands in place of bytes that are no UTF-8.
inline constexpr char32_t kReplacement = 0xfffd;
inline constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

/// What a file may open with to say that it is UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One code point and the bytes it took. `length` is 0 only at the end of the text.
struct CodePoint {
  char32_t value = kReplacement;
  std::uint32_t length = 0;
  bool valid = false;
};

/// The code point at byte `at`; most are ASCII and cost no call. A byte that begins no valid sequence gives
/// kReplacement of length 1, not valid. Overlong forms, surrogates and values above U+10FFFF are not valid.
[[nodiscard]] CodePoint decode_sequence(std::string_view text, std::size_t at);
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) {
  if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80U)
    return {static_cast<unsigned char>(text[at]), 1, true};
  return decode_sequence(text, at);
}

/// The first byte from `at` on that is not ASCII, or text.size().
[[nodiscard]] std::size_t skip_ascii(std::string_view text, std::size_t at);

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

[[nodiscard]] bool is_letter_beyond_ascii(char32_t value);
[[nodiscard]] inline bool is_letter(char32_t value) {
  return value < 0x80U ? (value | 0x20U) >= U'a' && (value | 0x20U) <= U'z' : is_letter_beyond_ascii(value);
}
[[nodiscard]] bool is_upper_beyond_ascii(char32_t value);
[[nodiscard]] inline bool is_upper(char32_t value) {  // upper or title case
  return value < 0x80U ? value >= U'A' && value <= U'Z' : is_upper_beyond_ascii(value);
}
[[nodiscard]] bool is_lower_beyond_ascii(char32_t value);
[[nodiscard]] inline bool is_lower(char32_t value) {
  return value < 0x80U ? value >= U'a' && value <= U'z' : is_lower_beyond_ascii(value);
}
[[nodiscard]] bool is_digit_beyond_ascii(char32_t value);
[[nodiscard]] inline bool is_digit(char32_t value) {  // any decimal digit
  return value < 0x80U ? value >= U'0' && value <= U'9' : is_digit_beyond_ascii(value);
}
[[nodiscard]] bool is_space_beyond_ascii(char32_t value);
[[nodiscard]] inline bool is_space(char32_t value) {  // Unicode white space, no-break space and zero-width marks
  return value < 0x80U ? value == U' ' || (value >= U'\t' && value <= U'\r') : is_space_beyond_ascii(value);
}

/// Nothing that a reader sees: where a word may break (soft hyphen), where it may not, joiners, byte-order marks. They
/// stand in words, and these are the same words.
[[nodiscard]] constexpr bool is_unseen(char32_t value) {
  return value == 0xadU || (value >= 0x200bU && value <= 0x200dU) || value == 0x2060U || value == 0xfeffU;
}
/// Without them at its end.
[[nodiscard]] std::string_view without_unseen_end(std::string_view text);

/// Without white space (is_space) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace hearsay
