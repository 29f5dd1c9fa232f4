// Entry: any of them. Each walks the UTF-8 once, code point by code point; a byte that is no UTF-8 is one code point.
#include "report/plain.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace hearsay {

namespace {

struct Character {
  std::int32_t code = -1;  // -1: no UTF-8
  std::size_t size = 1;    // bytes
};

Character next_character(std::string_view words) {
  const auto first = static_cast<unsigned char>(words.front());
  if (first < 0x80U) return {first, 1};
  utf8proc_int32_t code = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(words.data()),
                                     static_cast<utf8proc_ssize_t>(words.size()), &code);
  return size > 0 ? Character{code, static_cast<std::size_t>(size)} : Character{};
}

bool xml_allows(std::int32_t code) {
  return code >= 0x20 ? code != 0xFFFE && code != 0xFFFF : code == '\t' || code == '\n' || code == '\r';
}

bool is_blank(std::int32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

/// Controls of C0, DEL and C1, and the marks that reorder a line or hide in it.
bool is_hidden(std::int32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C || code == 0xFEFF;
}

/// Of a sequence that only colours, at the begin of `text`; 0 where there is none.
std::size_t colour_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

}  // namespace

std::string xml_characters(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  while (!words.empty()) {
    const Character character = next_character(words);
    if (xml_allows(character.code)) {
      out += words.substr(0, character.size);
    } else {
      out += kReplacementBytes;
    }
    words.remove_prefix(character.size);
  }
  return out;
}

std::string one_line(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  bool space = false;
  while (!words.empty()) {
    const Character character = next_character(words);
    if (is_blank(character.code)) {
      space = true;
    } else if (character.code < 0 || !is_hidden(character.code)) {
      if (space && !out.empty()) out += ' ';
      space = false;
      out += character.code < 0 ? kReplacementBytes : words.substr(0, character.size);
    }
    words.remove_prefix(character.size);
  }
  return out;
}

std::string terminal_text(std::string_view text, Escapes kept) {
  // Most text is plain and goes as it is.
  const auto is_plain = [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; };
  if (std::all_of(text.begin(), text.end(), is_plain)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character character = next_character(text);
    std::size_t size = character.size;
    if (character.code == '\n' || character.code == '\t') {
      out += text.front();
    } else if (const std::size_t colour = kept == Escapes::colours ? colour_length(text) : 0; colour != 0) {
      size = colour;
      out += text.substr(0, size);
    } else if (character.code < 0) {
      out += kReplacementBytes;
    } else if (character.code == 0x2028 || character.code == 0x2029) {
      out += ' ';
    } else if (!is_hidden(character.code)) {
      out += text.substr(0, size);
    } else if (character.code < 0xA0) {
      out += '?';
    }
    text.remove_prefix(size);
  }
  return out;
}

std::size_t display_width(std::string_view words) {
  std::size_t width = 0;
  while (!words.empty()) {
    const Character character = next_character(words);
    width += character.code < 0 ? 1U : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character.code)));
    words.remove_prefix(character.size);
  }
  return width;
}

std::string cut_to(std::string_view words, std::size_t columns) {
  if (display_width(words) <= columns) return std::string(words);
  std::size_t width = 0;
  std::size_t kept = 0;
  while (kept < words.size()) {
    const Character character = next_character(words.substr(kept));
    width += display_width(words.substr(kept, character.size));
    if (width + 1 > columns) break;
    kept += character.size;
  }
  while (kept > 0 && words[kept - 1] == ' ') --kept;
  return std::string(words.substr(0, kept)) + "…";
}

std::string day_words(std::string_view date) {
  constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
  std::string whole = one_line(date);
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (whole.size() == 7) {  // a month
    const std::string first = day_words(whole + "-01");
    return first.starts_with("1 ") ? first.substr(2) : whole;
  }
  if (whole.size() < kShape.size() || (whole.size() > kShape.size() && whole[kShape.size()] != 'T')) return whole;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = whole[i] >= '0' && whole[i] <= '9';
    if (kShape[i] == 'd' ? !digit : whole[i] != '-') return whole;
  }
  const int month = (whole[5] - '0') * 10 + (whole[6] - '0');
  const int day = (whole[8] - '0') * 10 + (whole[9] - '0');
  if (month < 1 || month > 12 || day < 1 || day > 31) return whole;
  return fmt::format("{} {} {}", day, kMonths[static_cast<std::size_t>(month - 1)], whole.substr(0, 4));
}

std::string capitalised(std::string words) {
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string counted(std::size_t number, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

}  // namespace hearsay
