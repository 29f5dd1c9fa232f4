// Typed positions. A Span counts bytes of a document's UTF-8 text, a TokenRange counts tokens; the two never mix.
// Both are half-open, [begin, end). Code points exist only where a report is written (report/).
#pragma once

#include <compare>
#include <cstdint>

namespace hearsay {

/// Bytes [begin, end) of Document::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

/// Tokens [begin, end) of Text::tokens. The default is empty: "not there".
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  [[nodiscard]] bool contains(TokenRange inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] bool overlaps(TokenRange other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const TokenRange&) const = default;
};

/// "no such token, quotation, source …" wherever an index is optional.
inline constexpr std::uint32_t kNone = 0xffffffffU;

}  // namespace hearsay
