#include "service/spool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace hearsay {
namespace {

[[noreturn]] void spool_failed(const char* what) {
  throw Fatal({.message = std::string("the temporary file cannot be ") + what + ": " + std::strerror(errno),
               .remedy = "free some space in the temporary folder, or set TMPDIR to another one"});
}

}  // namespace

Spool::Spool() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "hearsay-XXXXXX").string();
  descriptor_ = error ? -1 : mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) spool_failed("made");
  unlink(name.c_str());
}

Spool::Spool(Spool&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), read_(other.read_) {}

Spool& Spool::operator=(Spool&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(read_, other.read_);
  return *this;
}

Spool::~Spool() {
  if (descriptor_ >= 0) close(descriptor_);
}

void Spool::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) spool_failed("written");
    size_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::size_t Spool::read(char* into, std::size_t size) {
  for (;;) {
    const ssize_t count = pread(descriptor_, into, size, static_cast<off_t>(read_));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) spool_failed("read");
    read_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }
}

}  // namespace hearsay
