// The file written aside lies in the same folder, so that the rename is one step of the file system.
#include "service/outputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

Diagnostic not_written(const std::string& path, int error) {
  const char* remedy = "check the folder and its permissions";
  if (error == ENOSPC || error == EDQUOT) remedy = "free some space";
  return {.file = path, .message = std::string("cannot be written: ") + std::strerror(error), .remedy = remedy};
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

// What the process would give a new file; asked once, before any thread is started (umask can only be read by setting
// it).
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error && fs::is_directory(path, error)) return;
  throw Fatal({.file = path,
               .message = "the folder cannot be made: " +
                          (error ? error.message() : std::string("a file of that name is there")),
               .remedy = "give another --out"});
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes) {
  static const mode_t kMode = new_file_mode();
  std::string aside = path + ".XXXXXX";
  const int file = mkostemp(aside.data(), O_CLOEXEC);
  if (file < 0) return not_written(path, errno);
  int error = write_all(file, bytes);
  if (error == 0 && fchmod(file, kMode) != 0) error = errno;
  if (close(file) != 0 && error == 0) error = errno;
  if (error == 0 && std::rename(aside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  unlink(aside.c_str());
  return not_written(path, error);
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

}  // namespace hearsay
