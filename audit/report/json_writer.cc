// Entry: JsonWriter. A stack of open brackets decides where commas and line breaks go.
#include "report/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace hearsay {

namespace {

// What a string may hold as it is: everything but control characters, the quotation mark and the backslash.
constexpr std::array<bool, 256> kAsItIs = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0x20; byte < table.size(); ++byte) table[byte] = byte != '"' && byte != '\\';
  return table;
}();

constexpr std::size_t kBlock = 32;  // bytes looked at in one go: the compiler makes vector code of it

struct BlockSigns {
  bool escapes = false;    // something must be escaped
  bool multibyte = false;  // something is no ASCII
};

BlockSigns look_at(const char* block) {
  unsigned escapes = 0;
  unsigned high = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto byte = static_cast<unsigned char>(block[i]);
    escapes |=
        static_cast<unsigned>(byte < 0x20U) | static_cast<unsigned>(byte == '"') | static_cast<unsigned>(byte == '\\');
    high |= byte;
  }
  return {escapes != 0, (high & 0x80U) != 0};
}

void append_escape(std::string& out, unsigned char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      constexpr std::string_view kDigits = "0123456789abcdef";
      out += "\\u00";
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 0x0fU];
  }
}

// `words` is UTF-8.
void append_json_words(std::string& out, std::string_view words) {
  std::size_t kept = 0;  // begin of what is not written yet
  for (std::size_t at = 0; at < words.size();) {
    if (at + kBlock <= words.size() && !look_at(words.data() + at).escapes) {
      at += kBlock;
      continue;
    }
    const std::size_t end = std::min(at + kBlock, words.size());
    for (; at < end; ++at) {
      const auto byte = static_cast<unsigned char>(words[at]);
      if (kAsItIs[byte]) continue;
      out.append(words, kept, at - kept);
      append_escape(out, byte);
      kept = at + 1;
    }
  }
  out.append(words, kept);
}

/// ASCII that needs no escape, as most of what is written.
bool is_plain(std::string_view words) {
  std::size_t at = 0;
  for (; at + kBlock <= words.size(); at += kBlock) {
    const BlockSigns signs = look_at(words.data() + at);
    if (signs.escapes || signs.multibyte) return false;
  }
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80U && kAsItIs[byte];
  });
}

std::string without_invalid(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    append_utf8(out, point.value);
    at += point.length;
  }
  return out;
}

template <class Number>
void append_number(std::string& out, Number number) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  if (error == std::errc()) out.append(digits, end);
}

}  // namespace

void JsonWriter::break_line() {
  out_ += '\n';
  out_.append(levels_.size() * indent_, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) {
    out_ += ',';
    if (!level.tall && indent_ != 0) out_ += ' ';
  }
  level.empty = false;
  if (level.tall) break_line();
}

void JsonWriter::open(char begin, char end, bool tall) {
  separate();
  out_ += begin;
  const bool inside_short = !levels_.empty() && !levels_.back().tall;
  levels_.push_back({end, tall && !inside_short, true});
}

void JsonWriter::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.tall && !level.empty) break_line();
  out_ += level.end;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += '"';
  out_ += ':';
  if (indent_ != 0) out_ += ' ';
  after_key_ = true;
  return *this;
}

void JsonWriter::value(std::string_view words) {
  separate();
  out_ += '"';
  if (is_plain(words)) {
    out_ += words;
  } else if (is_valid_utf8(words)) {
    append_json_words(out_, words);
  } else {
    append_json_words(out_, without_invalid(words));
  }
  out_ += '"';
}

void JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::value(long long number) {
  separate();
  append_number(out_, number);
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::value_or_null(std::string_view words) {
  if (words.empty()) {
    null();
  } else {
    value(words);
  }
}

std::string JsonWriter::drain() {
  return std::exchange(out_, {});
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace hearsay
