// The bytes of one file, of standard input or of a feed, front to back, decompressed where they are gzip or zstd (told
// by how they begin, never by the name). read(), not mmap: memory is one buffer, whatever the size.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace hearsay {

class Interrupt;

/// Stands in the bytes, between blank lines, where a damaged gzip member ended: no record goes on behind it.
constexpr std::string_view kDamage("\0\0damaged\0\0", 11);

/// Bytes that come from elsewhere than a file: the body of a request, a file that has no name any more.
struct ByteFeed {
  std::string name;  // in messages, and of the article where it holds one; never opened
  /// Up to so many of the next bytes, at least one; 0 at the end. Blocks; called by one thread at a time, not always
  /// the same. What it throws ends the run.
  std::function<std::size_t(char*, std::size_t)> read;
};

class ByteSource {
 public:
  /// `path` "-" is standard input. An interrupt ends the bytes of a pipe or terminal that has none at the moment.
  ByteSource(const std::string& path, const Interrupt* interrupt);
  explicit ByteSource(ByteFeed feed);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Up to `size` of the next bytes; fewer where the system has no more at the moment, 0 at the end, after an interrupt
  /// and where reading failed (problem()). Behind a damaged gzip member the next one is read on with: the problem comes
  /// at the end then.
  [[nodiscard]] std::size_t read(char* into, std::size_t size);

  /// Why reading ended early: no such file, no gzip any more …
  [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }
  /// Reading ended before the bytes did: an interrupt or a problem.
  [[nodiscard]] bool cut_short() const { return interrupted_ || problem_.has_value(); }
  /// A file whose length is known, in contrast to a pipe.
  [[nodiscard]] bool regular() const { return regular_; }
  /// Bytes taken from the system so far, compressed as they are.
  [[nodiscard]] std::uint64_t consumed() const { return consumed_; }

 private:
  class Decoder;
  class Gzip;
  class Zstd;
  [[nodiscard]] std::size_t read_raw(char* into, std::size_t size);
  void sniff();
  void fail(std::string message, std::string remedy);

  std::string path_;
  std::function<std::size_t(char*, std::size_t)> feed_;  // in place of the descriptor
  int descriptor_ = -1;
  const Interrupt* interrupt_ = nullptr;
  bool regular_ = false;
  bool sniffed_ = false;
  bool interrupted_ = false;
  std::uint64_t consumed_ = 0;
  std::string head_;  // read to tell the compression, not yet given out
  std::size_t head_given_ = 0;
  std::unique_ptr<Decoder> decoder_;  // none: plain bytes
  std::optional<Diagnostic> problem_;
};

/// What is said of a file that the system does not give; `error` is an errno.
[[nodiscard]] Diagnostic unreadable(const std::string& path, int error);

}  // namespace hearsay
