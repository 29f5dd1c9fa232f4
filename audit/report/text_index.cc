// Entry: TextIndex. A count is kept for every kStride bytes; what lies between is counted byte by byte.
#include "report/text_index.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::uint32_t kStride = 64;

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::uint32_t count(std::string_view bytes) {
  std::uint32_t n = 0;
  for (const char byte : bytes) n += starts_character(byte) ? 1U : 0U;
  return n;
}

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text) {
  before_.reserve(text.size() / kStride + 2);
  lines_.push_back(0);
  for (std::size_t at = 0; at < text.size(); at += kStride) {
    before_.push_back(size_);
    const std::string_view piece = text.substr(at, kStride);
    if (piece.find('\n') == std::string_view::npos) {
      size_ += count(piece);
      continue;
    }
    for (const char byte : piece) {
      size_ += starts_character(byte) ? 1U : 0U;
      if (byte == '\n') lines_.push_back(size_);
    }
  }
  before_.push_back(size_);
}

std::uint32_t TextIndex::code_point(std::uint32_t byte) const {
  if (byte >= text_.size()) return size_;
  const std::uint32_t slot = byte / kStride;
  return before_[slot] + count(text_.substr(std::size_t{slot} * kStride, byte % kStride));
}

std::uint32_t TextIndex::byte(std::uint32_t code_point) const {
  if (code_point >= size_) return static_cast<std::uint32_t>(text_.size());
  const auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
  const auto slot = static_cast<std::size_t>(after - before_.begin()) - 1;
  std::uint32_t seen = before_[slot];
  std::size_t at = slot * kStride;
  // The character before this slot may reach into it; those bytes start nothing.
  while (!starts_character(text_[at]) || seen < code_point) {
    seen += starts_character(text_[at]) ? 1U : 0U;
    ++at;
  }
  return static_cast<std::uint32_t>(at);
}

std::string_view TextIndex::slice(CodeSpan span) const {
  const std::uint32_t begin = byte(span.first);
  const std::uint32_t end = byte(span.second);
  return begin < end ? text_.substr(begin, end - begin) : std::string_view();
}

LineColumn TextIndex::line_column(std::uint32_t code_point) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), code_point);
  const auto line = static_cast<std::uint32_t>(after - lines_.begin());
  return {line, code_point - lines_[line - 1] + 1};
}

}  // namespace hearsay
