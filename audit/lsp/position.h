// Places in an open document as the protocol counts them: lines from 0, and in a line from 0 the bytes, UTF-16 units or
// code points that client and server agreed on. Told from and turned into bytes. It keeps a view: the text must
// outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/line_index.h"
#include "base/span.h"

namespace hearsay {

enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };
[[nodiscard]] std::string_view position_encoding_name(PositionEncoding encoding);  // "utf-16"
[[nodiscard]] std::optional<PositionEncoding> position_encoding_named(std::string_view name);

struct LspPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  auto operator<=>(const LspPosition&) const = default;
};

class PositionIndex {
 public:
  /// `text` is valid UTF-8 of fewer than 2^32 bytes. Lines end at \n, \r\n or a lone \r.
  PositionIndex(std::string_view text, PositionEncoding encoding);

  [[nodiscard]] LspPosition position(std::uint32_t byte) const;

  /// A place behind the end of its line is that end, a line that is not there the end of the text; one inside a
  /// character is where that begins.
  [[nodiscard]] std::uint32_t byte(LspPosition position) const;

  [[nodiscard]] Span bytes(LspPosition begin, LspPosition end) const;

  /// The line without what ends it.
  [[nodiscard]] Span line(std::uint32_t line) const;

 private:
  [[nodiscard]] std::uint32_t units(std::uint32_t byte) const;  // of the encoding, before `byte`

  std::string_view text_;
  PositionEncoding encoding_;
  LineIndex lines_;
  std::vector<std::uint32_t> pairs_;  // UTF-16 only: characters of two units before byte i * 64
};

}  // namespace hearsay
