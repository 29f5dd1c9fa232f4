// Where a byte lies, for people: line and column, and its code point offset. Built once per text in one pass; it keeps
// counts, not the text. Lines end at \n, \r\n or a lone \r.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

/// Both from 1; the column in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool operator==(const LineColumn&) const = default;
};

class LineIndex {
 public:
  /// `text` is valid UTF-8 of fewer than 2^32 bytes.
  explicit LineIndex(std::string_view text);

  /// Offsets beyond the end count as the end. O(log lines).
  [[nodiscard]] LineColumn position(std::uint32_t byte) const;

  /// Code points before `byte`. O(1).
  [[nodiscard]] std::uint32_t code_point(std::uint32_t byte) const;

  [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  /// First byte of line `line` (from 1); the end of the text for a line that is not there.
  [[nodiscard]] std::uint32_t line_start(std::uint32_t line) const;

 private:
  // 64 bytes of text: the code points before them, and a bit for each byte that begins one.
  struct Chunk {
    std::uint64_t starts = 0;
    std::uint32_t before = 0;
  };

  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> line_starts_;
  std::vector<Chunk> chunks_;
};

}  // namespace hearsay
