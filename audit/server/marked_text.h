// A text as an editor sends it: words, and markup between them that is no part of what is read. What is found in the
// words is told by its place in the whole. Places are counted in UTF-16 units where they leave the house, as the
// clients' languages do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace hearsay {

class MarkedText {
 public:
  MarkedText() = default;
  /// Words alone. Bytes that are no UTF-8 become U+FFFD, here and below.
  explicit MarkedText(std::string_view words) { add_words(words); }

  void add_words(std::string_view words);
  /// `read_as`: what stands in its place for a reader, a line break for <br/>; "": nothing.
  void add_markup(std::string_view markup, std::string_view read_as);

  /// What is read.
  [[nodiscard]] const std::string& words() const { return words_; }
  /// Words and markup.
  [[nodiscard]] const std::string& whole() const { return whole_; }
  /// Bytes of words() to bytes of whole(); of what markup is read as, all of the markup.
  [[nodiscard]] Span place(Span words) const;

 private:
  struct Piece {
    std::uint32_t words, size;        // bytes; size is not 0
    std::uint32_t whole, whole_size;  // bytes
    bool is_words;
  };
  [[nodiscard]] const Piece& piece_at(std::uint32_t byte) const;

  std::string words_, whole_;
  std::vector<Piece> pieces_;  // that are read
};

/// UTF-16 units before a byte of a text, in constant time. It keeps a view.
class Utf16Index {
 public:
  /// Of valid UTF-8.
  explicit Utf16Index(std::string_view text);
  /// A byte inside a character counts as its beginning, one behind the end as the end.
  [[nodiscard]] std::uint32_t units(std::uint32_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // units before byte i * kStride
};

/// UTF-16 units of valid UTF-8.
[[nodiscard]] std::uint32_t utf16_length(std::string_view text);

}  // namespace hearsay
