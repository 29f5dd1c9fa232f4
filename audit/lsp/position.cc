// Units before a byte grow with the byte, so that a place in a line is found by halving it.
#include "lsp/position.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay {
namespace {

constexpr std::array<std::pair<std::string_view, PositionEncoding>, 3> kNames = {
    {{"utf-8", PositionEncoding::utf8}, {"utf-16", PositionEncoding::utf16}, {"utf-32", PositionEncoding::utf32}}};
constexpr std::uint32_t kStride = 64;

/// First byte of a character beyond U+FFFF.
bool begins_pair(char c) {
  return static_cast<unsigned char>(c) >= 0xf0U;
}

}  // namespace

std::string_view position_encoding_name(PositionEncoding encoding) {
  return kNames[static_cast<std::size_t>(encoding)].first;
}

std::optional<PositionEncoding> position_encoding_named(std::string_view name) {
  for (const auto& [known, encoding] : kNames) {
    if (known == name) return encoding;
  }
  return std::nullopt;
}

PositionIndex::PositionIndex(std::string_view text, PositionEncoding encoding)
    : text_(text), encoding_(encoding), lines_(text) {
  if (encoding_ != PositionEncoding::utf16) return;
  pairs_.reserve(text.size() / kStride + 1);
  std::uint32_t pairs = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kStride == 0) pairs_.push_back(pairs);
    if (begins_pair(text[at])) ++pairs;
  }
  if (text.size() % kStride == 0) pairs_.push_back(pairs);
}

std::uint32_t PositionIndex::units(std::uint32_t byte) const {
  if (encoding_ == PositionEncoding::utf8) return byte;
  std::uint32_t count = lines_.code_point(byte);
  if (encoding_ == PositionEncoding::utf16) {
    const std::uint32_t stride = byte / kStride;
    const std::string_view rest = text_.substr(std::size_t{stride} * kStride, byte % kStride);
    count += pairs_[stride] + static_cast<std::uint32_t>(std::count_if(rest.begin(), rest.end(), begins_pair));
  }
  return count;
}

LspPosition PositionIndex::position(std::uint32_t byte) const {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t line = lines_.position(byte).line;
  return {line - 1, units(byte) - units(lines_.line_start(line))};
}

Span PositionIndex::line(std::uint32_t line) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (line >= lines_.lines()) return {size, size};
  const std::uint32_t begin = lines_.line_start(line + 1);
  std::uint32_t end = line + 1 == lines_.lines() ? size : lines_.line_start(line + 2);
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

std::uint32_t PositionIndex::byte(LspPosition position) const {
  const Span line = this->line(position.line);
  const std::uint32_t before = units(line.begin);
  std::uint32_t low = line.begin;  // is not too far
  std::uint32_t high = line.end;
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (units(middle) - before <= position.character) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  while (low > line.begin && low < line.end && (static_cast<unsigned char>(text_[low]) & 0xc0U) == 0x80U) --low;
  return low;
}

Span PositionIndex::bytes(LspPosition begin, LspPosition end) const {
  const std::uint32_t from = byte(begin);
  return {from, std::max(from, byte(end))};
}

}  // namespace hearsay
