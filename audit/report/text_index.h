// Code points and bytes of one UTF-8 text, told from each other in constant time, and the lines of it. Built in one
// pass. It keeps a view: the text must outlive it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/line_index.h"
#include "report/report.h"

namespace hearsay {

class TextIndex {
 public:
  /// `text` is UTF-8. Stray continuation bytes are taken as part of the character before them, so nothing can fail.
  explicit TextIndex(std::string_view text);

  /// Number of code points before byte `byte`; one past the end for anything beyond.
  [[nodiscard]] std::uint32_t code_point(std::uint32_t byte) const;
  /// The byte at which code point `code_point` begins; the text's size for anything beyond.
  [[nodiscard]] std::uint32_t byte(std::uint32_t code_point) const;
  /// The bytes of a span; a span beyond the text is cut.
  [[nodiscard]] std::string_view slice(CodeSpan span) const;
  /// Lines end with LF; a CR before it is the line's last character.
  [[nodiscard]] LineColumn line_column(std::uint32_t code_point) const;
  /// Number of code points.
  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before byte i * kStride
  std::vector<std::uint32_t> lines_;   // code point at which each line begins
  std::uint32_t size_ = 0;
};

}  // namespace hearsay
