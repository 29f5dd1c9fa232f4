// Preloaded into the program: keeps what a disk would hold if power went. HEARSAY_DISK names a folder; it gets the
// content of each file as it was at its last fsync, under "DEVICE-INODE". A file without such a content was never
// brought to the disk. tests/bench/kills makes the world after the loss from it.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace {

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool name_on_disk(const struct stat& file, char (&name)[512]) {
  static const char* const kFolder = std::getenv("HEARSAY_DISK");
  if (kFolder == nullptr || !S_ISREG(file.st_mode)) return false;
  const int size = std::snprintf(name, sizeof name, "%s/%lu-%lu", kFolder, static_cast<unsigned long>(file.st_dev),
                                 static_cast<unsigned long>(file.st_ino));
  return size > 0 && size < static_cast<int>(sizeof name);
}

// The number of a file that is gone is given to another.
void forget(const struct stat& file) {
  char name[512];
  if (name_on_disk(file, name)) next<int (*)(const char*)>("unlink")(name);
}

void forget_named(const char* path) {
  struct stat file {};
  if (lstat(path, &file) == 0 && file.st_nlink == 1) forget(file);
}

void keep(int descriptor) {
  static std::atomic<unsigned> count = 0;
  struct stat file {};
  char name[512], aside[560];
  if (fstat(descriptor, &file) != 0 || !name_on_disk(file, name)) return;
  std::snprintf(aside, sizeof aside, "%s.%d.%u", name, static_cast<int>(getpid()), count++);
  // Read by the descriptor itself where that is possible: to close another one of the file would drop SQLite's locks.
  const bool readable = (fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_WRONLY;
  char own[64];
  std::snprintf(own, sizeof own, "/proc/self/fd/%d", descriptor);
  const int from = readable ? descriptor : open(own, O_RDONLY | O_CLOEXEC);
  const int into = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool whole = from >= 0 && into >= 0;
  char bytes[65536];
  off_t at = 0;
  for (ssize_t size = 1; whole && size > 0; at += size) {
    size = pread(from, bytes, sizeof bytes, at);
    whole = size >= 0 && write(into, bytes, static_cast<std::size_t>(size)) == size;
  }
  if (from >= 0 && !readable) close(from);
  if (into >= 0) close(into);
  if (whole) next<int (*)(const char*, const char*)>("rename")(aside, name);
}

int opened(int descriptor, bool existed) {
  struct stat file {};
  if (descriptor >= 0 && !existed && fstat(descriptor, &file) == 0) forget(file);
  return descriptor;
}

int open_as(const char* function, const char* path, int flags, mode_t mode) {
  const auto real = next<int (*)(const char*, int, ...)>(function);
  struct stat file {};
  const bool existed = (flags & O_CREAT) == 0 || stat(path, &file) == 0;
  return opened(real(path, flags, mode), existed);
}

mode_t mode_of(int flags, va_list rest) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
}

}  // namespace

extern "C" {

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_as("open64", path, flags, mode);
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return open_as("open", path, flags, mode);
}

int fsync(int file) {
  const int result = next<int (*)(int)>("fsync")(file);
  if (result == 0) keep(file);
  return result;
}

int fdatasync(int file) {
  const int result = next<int (*)(int)>("fdatasync")(file);
  if (result == 0) keep(file);
  return result;
}

int rename(const char* from, const char* to) {
  forget_named(to);
  return next<int (*)(const char*, const char*)>("rename")(from, to);
}

int unlink(const char* path) {
  forget_named(path);
  return next<int (*)(const char*)>("unlink")(path);
}

}  // extern "C"
