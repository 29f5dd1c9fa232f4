// A file of the temporary folder that has no name, so that nothing is left of it whatever happens to the program.
#pragma once

#include <utility>

namespace hearsay {

class NamelessFile {
 public:
  /// Throws Fatal where the temporary folder takes no file.
  NamelessFile();
  NamelessFile(NamelessFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  NamelessFile& operator=(NamelessFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;
  ~NamelessFile();

  /// To read and to write.
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

/// Throws Fatal: the temporary file cannot be `what` ("written"), for the reason that errno has.
[[noreturn]] void temporary_file_failed(const char* what);

}  // namespace hearsay
