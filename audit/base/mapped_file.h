// A file that the program itself was built with, to be read as memory. Not for what users give: one that is cut
// meanwhile would end the run.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

class MappedFile {
 public:
  /// Empty where there is no such regular file, or nothing in it.
  explicit MappedFile(const std::string& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace hearsay
