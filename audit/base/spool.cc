#include "base/spool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/diagnostic.h"

namespace hearsay {
namespace {

[[noreturn]] void spool_failed(const char* what) {
  const std::string why = std::strerror(errno);
  std::error_code none;
  throw Fatal({.file = std::filesystem::temp_directory_path(none).string(),
               .message = std::string("the temporary file cannot be ") + what + ": " + why,
               .remedy = "free some space in the temporary folder, or set TMPDIR to another one"});
}

int nameless_file() {
  std::error_code error;
  const std::string folder = std::filesystem::temp_directory_path(error).string();
  if (error)
    throw Fatal({.message = "there is no temporary folder: " + error.message(), .remedy = "set TMPDIR to a folder"});
#ifdef O_TMPFILE
  // Never has a name, so that not even a kill between two calls leaves one; not every file system can.
  const int descriptor = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
#endif
  std::string name = folder + "/hearsay-XXXXXX";
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) spool_failed("made");
  unlink(name.c_str());
  return named;
}

}  // namespace

Spool::Spool(Spool&& other) noexcept
    : held_(other.held_),
      waiting_(std::exchange(other.waiting_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      written_(std::exchange(other.written_, 0)),
      read_(std::exchange(other.read_, 0)) {}

Spool& Spool::operator=(Spool&& other) noexcept {
  std::swap(held_, other.held_);
  std::swap(waiting_, other.waiting_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(written_, other.written_);
  std::swap(read_, other.read_);
  return *this;
}

Spool::~Spool() {
  if (descriptor_ >= 0) close(descriptor_);
}

void Spool::write(std::string_view bytes) {
  if (waiting_.size() + bytes.size() <= held_) {
    waiting_ += bytes;
    return;
  }
  append(waiting_);
  waiting_.clear();
  if (bytes.size() < held_) {
    waiting_ += bytes;
  } else {
    append(bytes);
  }
}

void Spool::append(std::string_view bytes) {
  if (descriptor_ < 0) descriptor_ = nameless_file();
  while (!bytes.empty()) {
    const ssize_t count = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(written_));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) spool_failed("written");
    written_ += static_cast<std::uint64_t>(count);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::size_t Spool::read(char* into, std::size_t size) {
  const std::size_t count = read_at(read_, into, size);
  read_ += count;
  return count;
}

std::size_t Spool::read_at(std::uint64_t at, char* into, std::size_t size) const {
  std::size_t done = 0;
  while (done < size && at + done < written_) {
    const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(size - done, written_ - at - done));
    const ssize_t count = pread(descriptor_, into + done, most, static_cast<off_t>(at + done));
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) errno = EIO;  // the file has lost its end
    if (count <= 0) spool_failed("read");
    done += static_cast<std::size_t>(count);
  }
  if (done < size && at + done < this->size()) {
    const auto behind = static_cast<std::size_t>(at + done - written_);
    done += waiting_.copy(into + done, size - done, behind);
  }
  return done;
}

}  // namespace hearsay
