// Decoding by hand, because it runs per character and must survive bytes that are no UTF-8; categories by utf8proc.
#include "tokens/characters.h"

#include <utf8proc.h>

#include "base/utf8.h"

namespace hearsay {
namespace {

CharacterKind kind_of(std::uint32_t code) {
  // The marks of everyday typography, before the table is asked.
  if (code >= 0x2010 && code <= 0x2027) return CharacterKind::symbol;
  // What is not seen stands inside words; direction marks stand between them.
  if (is_unseen(code)) return CharacterKind::mark;
  if (code == 0x85 || (code >= 0x2060 && code <= 0x2064)) return CharacterKind::space;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharacterKind::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharacterKind::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharacterKind::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
      return CharacterKind::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharacterKind::mark;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
      return CharacterKind::space;
    default:
      return CharacterKind::symbol;
  }
}

}  // namespace

Character long_character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
  const std::uint32_t first = byte(0);
  const std::uint32_t bytes = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + bytes > text.size()) return {0xfffd, 1, CharacterKind::symbol};
  std::uint32_t code = first & (0x7fU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0U) != 0x80) return {0xfffd, 1, CharacterKind::symbol};
    code = (code << 6U) | (byte(i) & 0x3fU);
  }
  // An overlong form is no character: "-" in three bytes would be taken for a dash that has no end.
  if (code < (bytes == 4 ? 0x10000U : bytes == 3 ? 0x800U : 0x80U)) return {0xfffd, 1, CharacterKind::symbol};
  return {code, bytes, kind_of(code)};
}

std::size_t lower_case(std::uint32_t code, char* out) {
  const utf8proc_int32_t lower = utf8proc_tolower(static_cast<utf8proc_int32_t>(code));
  const utf8proc_ssize_t length = utf8proc_encode_char(lower, reinterpret_cast<utf8proc_uint8_t*>(out));
  return length > 0 ? static_cast<std::size_t>(length) : 0;
}

}  // namespace hearsay
