// The head of a request before anything is believed of it: bytes as they come are held against the strict grammar of
// RFC 9112, since what two readers of HTTP read differently is how requests are smuggled. The parser behind it (Beast)
// is more lenient: it unfolds lines, for one.
#pragma once

#include <cstddef>
#include <string_view>

#include "server/exchange.h"
#include "server/limits.h"

namespace hearsay {

/// Fed with the bytes of one connection, in pieces of any size; stops at the empty line. Linear, keeps nothing.
class HeadScanner {
 public:
  explicit HeadScanner(const Limits& limits)
      : most_bytes_(limits.head_bytes), most_target_(limits.target_bytes), most_fields_(limits.fields) {}

  /// How many bytes of the piece belong to the head. All of them unless whole() or refused() are set after.
  std::size_t feed(std::string_view piece);

  [[nodiscard]] bool whole() const { return where_ == Where::end; }
  /// The status to refuse it with: 400, 414, 431; 0 as long as it is well.
  [[nodiscard]] int refused() const { return refused_; }
  /// Of the head so far, with empty lines before it.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Empty lines before the request line, in bytes.
  [[nodiscard]] std::size_t leading() const { return leading_; }

 private:
  enum class Where { before, request_line, line_start, name, value, end };

  void step(unsigned char c);
  void line_ends();

  std::size_t most_bytes_, most_target_, most_fields_;
  Where where_ = Where::before;
  std::size_t size_ = 0, leading_ = 0, fields_ = 0, line_ = 0;
  bool carriage_return_ = false;  // the last byte was one
  int refused_ = 0;
};

/// What the headers say of where the body ends.
struct Framing {
  int refused = 0;  // the status: 400, 417, 415, 501
  bool chunked = false;
  bool has_length = false;
  std::uint64_t length = 0;  // where has_length
  bool expects_continue = false;
};

/// `version` is 10 or 11.
[[nodiscard]] Framing framing_of(const Fields& headers, int version);

/// Of RFC 9110: a header's name, a method.
[[nodiscard]] bool is_token(std::string_view word);

}  // namespace hearsay
