// Messages of the language server protocol cut out of a stream of bytes: header lines, an empty line, so many bytes of
// JSON. Whatever arrives, memory is bounded and the stream goes on at the next header that can be read. Not here: what
// a message says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

/// Either the bytes of one message, or what was wrong with the stream at this place.
struct LspFrame {
  std::string body;
  std::string problem;  // "": there is a message
};

class LspFrames {
 public:
  /// Messages of more than `most_bytes` are passed over as they arrive.
  explicit LspFrames(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  void feed(std::string_view bytes) { buffer_.append(bytes); }

  /// The next one that is whole; nothing until more is fed.
  [[nodiscard]] std::optional<LspFrame> next();

 private:
  std::optional<LspFrame> header();
  std::optional<LspFrame> body();
  void end_body();
  LspFrame problem(std::string words);

  std::uint64_t most_bytes_;
  std::string buffer_;
  std::size_t at_ = 0;                   // what lies before was used
  std::optional<std::uint64_t> length_;  // of the body that the header at hand announces
  bool in_body_ = false;
  bool passing_ = false;  // over a body that is too large
  bool lost_ = false;     // among bytes that are no header; told once
};

/// A message as it goes out.
[[nodiscard]] std::string lsp_frame(std::string_view body);

}  // namespace hearsay
