#include "document/transcript/speaker_label.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kMostWords = 6;

bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}

/// Without what stands in brackets: "REYES (via phone)".
std::string without_brackets(std::string_view label) {
  std::string out;
  int depth = 0;
  for (const char c : label) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return std::string(trim(out));
}

struct Shape {
  bool label = false, capitals = false;
};

/// Capitalised words, small ones ("van", "de") only between.
Shape shape_of(std::string_view label) {
  Shape shape{.label = true, .capitals = true};
  std::size_t words = 0, letters = 0;
  bool last_small = false;
  for (std::size_t at = 0; at < label.size();) {
    while (at < label.size() && label[at] == ' ') ++at;
    if (at >= label.size()) break;
    const std::size_t end = std::min(label.find(' ', at), label.size());
    const std::string_view word = label.substr(at, end - at);
    const CodePoint first = decode(word, 0);
    const bool letter = first.valid && is_letter(first.value);
    if (!letter && !(words > 0 && is_digit_byte(word.front()))) return {};
    last_small = letter && !is_upper(first.value);
    if (last_small && (words == 0 || word.size() > 4)) return {};
    for (std::size_t i = 0; i < word.size();) {
      const CodePoint c = decode(word, i);
      if (c.length == 0) break;
      if (is_letter(c.value)) {
        ++letters;
        if (!is_upper(c.value)) shape.capitals = false;
      } else if (std::string_view(".-',/&#").find(word[i]) == std::string_view::npos && c.value < 0x80U &&
                 !is_digit(c.value)) {
        return {};
      }
      i += c.length;
    }
    ++words;
    at = end;
  }
  shape.label = words > 0 && words <= kMostWords && letters > 0 && !last_small;
  return shape;
}

}  // namespace

std::size_t leading_time(std::string_view line, std::string& time) {
  std::size_t at = 0;
  const bool bracket = line.starts_with('[') || line.starts_with('(');
  if (bracket) ++at;
  std::array<unsigned, 3> parts{};
  std::size_t count = 0;
  for (; count < 3; ++count) {
    const std::size_t begin = at;
    while (at < line.size() && is_digit_byte(line[at]) && at - begin < 4) ++at;
    if (at == begin) break;
    parts[count] = 0;
    for (std::size_t i = begin; i < at; ++i) parts[count] = parts[count] * 10 + static_cast<unsigned>(line[i] - '0');
    if (at >= line.size() || line[at] != ':') {
      ++count;
      break;
    }
    if (count < 2) ++at;
  }
  if (count < 2) return 0;
  if (at < line.size() && (line[at] == '.' || line[at] == ',')) {
    ++at;
    while (at < line.size() && is_digit_byte(line[at])) ++at;
  }
  if (bracket) {
    if (at >= line.size() || (line[at] != ']' && line[at] != ')')) return 0;
    ++at;
  }
  if (count == 2) parts = {0, parts[0], parts[1]};
  time = fmt::format("{:02}:{:02}:{:02}", parts[0], parts[1], parts[2]);
  return at;
}

SpeakerLabel speaker_label(std::string_view line) {
  SpeakerLabel out;
  std::size_t at = leading_time(line, out.time);
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '-')) ++at;
  const std::string_view rest = line.substr(at);
  // "Q. ", "A. ": question and answer of a hearing.
  if (rest.size() > 2 && rest[0] >= 'A' && rest[0] <= 'Z' && rest[1] == '.' && (rest[2] == ' ' || rest[2] == '\t')) {
    const CodePoint next =
        decode(rest, rest.find_first_not_of(" \t", 2) == std::string_view::npos ? rest.size()
                                                                                : rest.find_first_not_of(" \t", 2));
    if (next.length != 0 && (rest[0] == 'Q' || rest[0] == 'A')) {
      out.speaker = rest.substr(0, 1);
      out.size = at + 2;
      out.capitals = true;
    }
  } else {
    const std::size_t colon = rest.substr(0, kLongestLabel + 1).find(':');
    if (colon == std::string_view::npos || colon == 0) return out;
    if (colon + 1 < rest.size() && rest[colon + 1] != ' ' && rest[colon + 1] != '\t') return out;
    const std::string label = without_brackets(rest.substr(0, colon));
    const Shape shape = shape_of(label);
    if (!shape.label) return out;
    out.speaker = label;
    out.capitals = shape.capitals;
    out.size = at + colon + 1;
  }
  while (out.size < line.size() && (line[out.size] == ' ' || line[out.size] == '\t')) ++out.size;
  return out;
}

}  // namespace hearsay
