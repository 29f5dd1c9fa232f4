// Entry: JsonWriter. A stack of open brackets decides where commas and line breaks go.
#include "report/json_writer.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace hearsay {

namespace {

/// What stands after the backslash: 'u' for a control character without a letter of its own, 0 where nothing is
/// escaped.
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> escapes{};
  for (std::size_t c = 0; c < 0x20; ++c) escapes[c] = 'u';
  escapes['\b'] = 'b';
  escapes['\t'] = 't';
  escapes['\n'] = 'n';
  escapes['\f'] = 'f';
  escapes['\r'] = 'r';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}();

/// Whether one of eight bytes may need an escape; may be wrong about bytes beyond ASCII.
bool holds_escape(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto below = [](std::uint64_t value, std::uint64_t limit) { return (value - kOnes * limit) & (kOnes * 0x80U); };
  return (below(word, 0x20) | below(word ^ (kOnes * '"'), 1) | below(word ^ (kOnes * '\\'), 1)) != 0;
}

/// Valid UTF-8, run by run.
void append_escaped(std::string& out, std::string_view words) {
  std::size_t done = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    while (at + 8 < words.size() && !holds_escape(words.data() + at)) at += 8;
    const char escape = kEscapes[static_cast<unsigned char>(words[at])];
    if (escape == 0) continue;
    out.append(words, done, at - done);
    out += '\\';
    out += escape;
    if (escape == 'u') fmt::format_to(std::back_inserter(out), "{:04x}", static_cast<unsigned>(words[at]));
    done = at + 1;
  }
  out.append(words, done);
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
  if (!level.empty) out_ += level.tall || indent_ == 0 ? "," : ", ";
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
  out_ += indent_ == 0 ? "\":" : "\": ";
  after_key_ = true;
  return *this;
}

void JsonWriter::value(std::string_view words) {
  separate();
  if (!is_valid_utf8(words)) {
    out_ += nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  out_ += '"';
  append_escaped(out_, words);
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
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out_.append(digits.data(), end.ptr);
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace hearsay
