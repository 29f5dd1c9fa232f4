// decode() is the one reader of sequences; the rest has a fast path of eight ASCII bytes at a time and asks utf8proc
// only for what is not ASCII.
#include "base/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace hearsay {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

std::uint64_t eight_bytes(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data() + at, sizeof word);
  return word;
}

utf8proc_category_t category(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && (eight_bytes(text, at) & kHighBits) == 0) at += 8;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80U) ++at;
  return at;
}

CodePoint decode_sequence(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto follows = [&](std::size_t i) { return at + i < text.size() && (byte(i) & 0xc0U) == 0x80U; };
  const std::uint32_t first = byte(0);
  if (first < 0x80U) return {first, 1, true};
  if (first >= 0xc2U && first < 0xe0U && follows(1)) return {((first & 0x1fU) << 6U) | (byte(1) & 0x3fU), 2, true};
  if (first >= 0xe0U && first < 0xf0U && follows(1) && follows(2)) {
    const std::uint32_t value = ((first & 0x0fU) << 12U) | ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU);
    if (value >= 0x800U && (value < 0xd800U || value > 0xdfffU)) return {value, 3, true};
  }
  if (first >= 0xf0U && first < 0xf5U && follows(1) && follows(2) && follows(3)) {
    const std::uint32_t value =
        ((first & 0x07U) << 18U) | ((byte(1) & 0x3fU) << 12U) | ((byte(2) & 0x3fU) << 6U) | (byte(3) & 0x3fU);
    if (value >= 0x10000U && value <= 0x10ffffU) return {value, 4, true};
  }
  return {kReplacement, 1, false};
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while ((at = skip_ascii(text, at)) < text.size()) {
    const CodePoint here = decode(text, at);
    if (!here.valid) return at;
    at += here.length;
  }
  return text.size();
}

std::size_t count_code_points(std::string_view text) {
  std::size_t continuation = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t word = eight_bytes(text, at);
    continuation += static_cast<std::size_t>(std::popcount(word & ~(word << 1U) & kHighBits));
  }
  for (; at < text.size(); ++at) continuation += (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U ? 1U : 0U;
  return text.size() - continuation;
}

void append_utf8(std::string& out, char32_t value) {
  if (value > 0x10ffffU || (value >= 0xd800U && value <= 0xdfffU)) value = kReplacement;
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
  for (utf8proc_ssize_t i = 0; i < size; ++i) out.push_back(static_cast<char>(bytes[i]));
}

void append_lower(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = skip_ascii(text, at);
    const std::size_t size = out.size();
    out.append(text, at, end - at);
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(size), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(size), ascii_lower);
    at = end;
    if (at >= text.size()) break;
    const CodePoint here = decode(text, at);
    append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(here.value))));
    at += here.length;
  }
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_lower(out, text);
  return out;
}

bool is_letter_beyond_ascii(char32_t value) {
  const utf8proc_category_t c = category(value);
  return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool is_upper_beyond_ascii(char32_t value) {
  const utf8proc_category_t c = category(value);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool is_lower_beyond_ascii(char32_t value) {
  return category(value) == UTF8PROC_CATEGORY_LL;
}

bool is_digit_beyond_ascii(char32_t value) {
  return category(value) == UTF8PROC_CATEGORY_ND;
}

bool is_space_beyond_ascii(char32_t value) {
  if (value == 0x85U || value == 0xa0U || value == 0xfeffU) return true;
  if (value >= 0x2000U && value <= 0x200fU) return true;
  return value == 0x2028U || value == 0x2029U || value == 0x202fU || value == 0x205fU || value == 0x2060U ||
         value == 0x3000U || value == 0x1680U;
}

std::string_view without_unseen_end(std::string_view text) {
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xc0U) == 0x80U) --last;
    if (!is_unseen(decode(text, last).value)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const CodePoint here = decode(text, begin);
    if (!is_space(here.value)) break;
    begin += here.length;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xc0U) == 0x80U) --last;
    if (!is_space(decode(text, last).value)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

}  // namespace hearsay
