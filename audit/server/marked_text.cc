#include "server/marked_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kUnitStride = 64;  // bytes

/// Units that begin with this byte: none inside a character, two where it takes four bytes.
std::uint32_t units_of_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte & 0xc0U) == 0x80U ? 0 : byte >= 0xf0U ? 2 : 1;
}

void append_valid(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t valid = valid_utf8_prefix(text);
    out += text.substr(0, valid);
    text.remove_prefix(valid);
    if (text.empty()) return;
    out += kReplacementBytes;
    text.remove_prefix(1);
  }
}

}  // namespace

void MarkedText::add_words(std::string_view words) {
  const auto from = static_cast<std::uint32_t>(words_.size());
  const auto at = static_cast<std::uint32_t>(whole_.size());
  append_valid(words_, words);
  const auto size = static_cast<std::uint32_t>(words_.size()) - from;
  if (size == 0) return;
  whole_.append(words_, from, size);
  pieces_.push_back({from, size, at, size, true});
}

void MarkedText::add_markup(std::string_view markup, std::string_view read_as) {
  const auto from = static_cast<std::uint32_t>(words_.size());
  const auto at = static_cast<std::uint32_t>(whole_.size());
  append_valid(words_, read_as);
  append_valid(whole_, markup);
  const auto size = static_cast<std::uint32_t>(words_.size()) - from;
  if (size == 0) return;
  pieces_.push_back({from, size, at, static_cast<std::uint32_t>(whole_.size()) - at, false});
}

const MarkedText::Piece& MarkedText::piece_at(std::uint32_t byte) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), byte,
                                       [](std::uint32_t at, const Piece& piece) { return at < piece.words; });
  return behind == pieces_.begin() ? pieces_.front() : *(behind - 1);
}

Span MarkedText::place(Span words) const {
  if (pieces_.empty() || words.empty()) return {};
  const Piece& first = piece_at(words.begin);
  const Piece& last = piece_at(words.end - 1);
  Span placed;
  placed.begin = first.is_words ? first.whole + std::min(words.begin - first.words, first.size) : first.whole;
  placed.end = last.is_words ? last.whole + std::min(words.end - last.words, last.size) : last.whole + last.whole_size;
  return placed;
}

Utf16Index::Utf16Index(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kUnitStride + 1);
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kUnitStride == 0) before_.push_back(units);
    units += units_of_byte(text[at]);
  }
  if (text.size() % kUnitStride == 0) before_.push_back(units);
}

std::uint32_t Utf16Index::units(std::uint32_t byte) const {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  while (byte > 0 && byte < text_.size() && units_of_byte(text_[byte]) == 0) --byte;
  const std::uint32_t stride = byte / kUnitStride;
  return before_[stride] + utf16_length(text_.substr(std::size_t{stride} * kUnitStride, byte % kUnitStride));
}

std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text) units += units_of_byte(c);
  return units;
}

}  // namespace hearsay
