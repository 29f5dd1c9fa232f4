// Code point offsets by counting: a running total per 64 bytes and a bit mask inside, so that one popcount answers.
#include "base/line_index.h"

#include <algorithm>
#include <bit>

namespace hearsay {

LineIndex::LineIndex(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  line_starts_.push_back(0);
  chunks_.resize(text.size() / 64 + 1);
  std::uint32_t total = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % 64 == 0) chunks_[at / 64].before = total;
    const char c = text[at];
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) {
      chunks_[at / 64].starts |= 1ULL << (at % 64);
      ++total;
    }
    const bool breaks = c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
    if (breaks) line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
  if (text.size() % 64 == 0) chunks_.back().before = total;
}

std::uint32_t LineIndex::code_point(std::uint32_t byte) const {
  byte = std::min(byte, size_);
  const Chunk& chunk = chunks_[byte / 64];
  const std::uint64_t below = (1ULL << (byte % 64)) - 1;
  return chunk.before + static_cast<std::uint32_t>(std::popcount(chunk.starts & below));
}

LineColumn LineIndex::position(std::uint32_t byte) const {
  byte = std::min(byte, size_);
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const std::uint32_t start = *(after - 1);
  return {static_cast<std::uint32_t>(after - line_starts_.begin()), code_point(byte) - code_point(start) + 1};
}

std::uint32_t LineIndex::line_start(std::uint32_t line) const {
  return line == 0 || line > line_starts_.size() ? size_ : line_starts_[line - 1];
}

}  // namespace hearsay
