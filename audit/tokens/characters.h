// What a character is to the tokeniser: a table for ASCII, Unicode categories (utf8proc) for the rest.
// Text is UTF-8; a byte that is not is taken as a symbol of its own, so that nothing here can run past the end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

/// Bits of kByteClass.
enum ByteClass : std::uint8_t {
  kUpperByte = 1U << 0U,
  kLowerByte = 1U << 1U,
  kDigitByte = 1U << 2U,
  kSpaceByte = 1U << 3U,  // white space and controls
  kHighByte = 1U << 4U,   // part of a longer character
  kJoinByte = 1U << 5U,   // may stand inside a word: - ' . , : / & @ _
};
inline constexpr std::uint8_t kWordByte = kUpperByte | kLowerByte | kDigitByte;
inline constexpr std::uint8_t kLetterByte = kUpperByte | kLowerByte;

inline constexpr std::array<std::uint8_t, 256> kByteClass = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c <= 0x20 || c == 0x7f) table[c] = kSpaceByte;
    if (c >= 'A' && c <= 'Z') table[c] = kUpperByte;
    if (c >= 'a' && c <= 'z') table[c] = kLowerByte;
    if (c >= '0' && c <= '9') table[c] = kDigitByte;
    if (c >= 0x80) table[c] = kHighByte;
  }
  for (const char c : {'-', '\'', '.', ',', ':', '/', '&', '@', '_'}) table[static_cast<unsigned char>(c)] = kJoinByte;
  return table;
}();

[[nodiscard]] inline std::uint8_t byte_class(char c) {
  return kByteClass[static_cast<unsigned char>(c)];
}

/// ASCII letters in lower case, all other bytes as they are.
inline constexpr std::array<char, 256> kLowerByteOf = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) table[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}();

/// ', ’ and the ‘ that stands for one by mistake.
[[nodiscard]] constexpr bool is_apostrophe(std::uint32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x2018;
}

enum class CharacterKind : std::uint8_t { upper, lower, letter, digit, mark, space, symbol };

/// One character of a text: its code point, its bytes (at least 1 where there is text), its kind.
struct Character {
  std::uint32_t code = 0;
  std::uint32_t bytes = 0;
  CharacterKind kind = CharacterKind::space;
  [[nodiscard]] bool is_letter() const { return kind <= CharacterKind::letter; }
  [[nodiscard]] bool in_word() const { return kind <= CharacterKind::mark; }
};

inline constexpr std::array<CharacterKind, 128> kAsciiKind = [] {
  std::array<CharacterKind, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const std::uint8_t bits = kByteClass[c];
    table[c] = CharacterKind::symbol;
    if ((bits & kUpperByte) != 0) table[c] = CharacterKind::upper;
    if ((bits & kLowerByte) != 0) table[c] = CharacterKind::lower;
    if ((bits & kDigitByte) != 0) table[c] = CharacterKind::digit;
    if ((bits & kSpaceByte) != 0) table[c] = CharacterKind::space;
  }
  return table;
}();

/// character_at for a byte beyond ASCII.
[[nodiscard]] Character long_character_at(std::string_view text, std::size_t at);

/// The character at `at`; code 0, 0 bytes and kind space at or past the end.
[[nodiscard]] inline Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, kAsciiKind[first]};
  return long_character_at(text, at);
}

/// The lower-case form of a code point, as UTF-8 into `out` (4 bytes); returns its length.
[[nodiscard]] std::size_t lower_case(std::uint32_t code, char* out);

}  // namespace hearsay
