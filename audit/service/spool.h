// Bytes that come over a line and are read later: a file of the temporary folder that has no name, so that nothing is
// left of it whatever happens to the program.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

class Spool {
 public:
  /// Throws Fatal where the temporary folder takes no file.
  Spool();
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&& other) noexcept;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();

  /// Appends. Throws Fatal where the disk is full.
  void write(std::string_view bytes);
  /// Up to `size` of the next bytes, from the first on; 0 at the end. Throws Fatal where the disk fails.
  [[nodiscard]] std::size_t read(char* into, std::size_t size);
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  int descriptor_ = -1;
  std::uint64_t size_ = 0, read_ = 0;
};

}  // namespace hearsay
