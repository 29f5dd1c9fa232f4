// The bytes of one file or of standard input, front to back, decompressed where they are gzip or zstd (told by how they
// begin, never by the name). read(), not mmap: memory is one buffer, whatever the size.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace hearsay {

class Interrupt;

/// Stands in the bytes, between blank lines, where a damaged gzip member ended: no record goes on behind it.
constexpr std::string_view kDamage("\0\0damaged\0\0", 11);

class ByteSource {
 public:
  /// `path` "-" is standard input. An interrupt ends the bytes of a pipe or terminal that has none at the moment.
  ByteSource(const std::string& path, const Interrupt* interrupt);
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
