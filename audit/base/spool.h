// Bytes that are written once and read later, more of them than memory should hold: the first in memory, the rest in a
// file of the temporary folder that has no name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/nameless_file.h"

namespace hearsay {

class Spool {
 public:
  static constexpr std::size_t kHeld = 1U << 18U;

  /// So many bytes wait in memory before a file is made for them.
  explicit Spool(std::size_t held = kHeld) : held_(held) {}
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&& other) noexcept;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Appends. Throws Fatal where the temporary folder takes no file or the disk is full.
  void write(std::string_view bytes);
  /// Up to `size` of the next bytes, from the first on; 0 at the end. Throws Fatal where the disk fails.
  [[nodiscard]] std::size_t read(char* into, std::size_t size);
  /// The bytes from `at` on, as many as there are up to `size`; `read` does not move. Throws as `read`.
  [[nodiscard]] std::size_t read_at(std::uint64_t at, char* into, std::size_t size) const;
  /// No file was needed.
  [[nodiscard]] bool in_memory() const { return !file_; }
  [[nodiscard]] std::uint64_t size() const { return written_ + waiting_.size(); }

 private:
  void append(std::string_view bytes);

  std::size_t held_;
  std::string waiting_;  // behind what the file has
  std::optional<NamelessFile> file_;
  std::uint64_t written_ = 0;  // bytes of the file
  std::uint64_t read_ = 0;
};

}  // namespace hearsay
