#include "base/spool.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace hearsay {

Spool::Spool(Spool&& other) noexcept
    : held_(other.held_),
      waiting_(std::exchange(other.waiting_, {})),
      file_(std::exchange(other.file_, std::nullopt)),
      written_(std::exchange(other.written_, 0)),
      read_(std::exchange(other.read_, 0)) {}

Spool& Spool::operator=(Spool&& other) noexcept {
  std::swap(held_, other.held_);
  std::swap(waiting_, other.waiting_);
  std::swap(file_, other.file_);
  std::swap(written_, other.written_);
  std::swap(read_, other.read_);
  return *this;
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
  if (!file_) file_.emplace();
  while (!bytes.empty()) {
    const ssize_t count = pwrite(file_->descriptor(), bytes.data(), bytes.size(), static_cast<off_t>(written_));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) temporary_file_failed("written");
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
    const ssize_t count = pread(file_->descriptor(), into + done, most, static_cast<off_t>(at + done));
    if (count < 0 && errno == EINTR) continue;
    if (count == 0) errno = EIO;  // the file has lost its end
    if (count <= 0) temporary_file_failed("read");
    done += static_cast<std::size_t>(count);
  }
  if (done < size && at + done < this->size()) {
    const auto behind = static_cast<std::size_t>(at + done - written_);
    done += waiting_.copy(into + done, size - done, behind);
  }
  return done;
}

}  // namespace hearsay
