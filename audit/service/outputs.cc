// The file written aside lies in the same folder, so that the rename is one step of the file system. Its name is made
// of the output's and locked while it is written, so that the next run tells what was left by one that was killed. It
// is always made anew: what somebody else put there is never written on.
#include "service/outputs.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "archive/interrupt.h"
#include "base/digest.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = 256U << 10U;
constexpr int kMostLinks = 40;  // as many as the system follows
constexpr std::string_view kAsideBegin = ".hearsay-", kAsideEnd = ".part";
constexpr std::size_t kAsideDigits = 16;

/// A name that is short whatever the output is called, and that no walk over inputs meets.
std::string aside_of(const fs::path& path) {
  const std::string name =
      std::string(kAsideBegin) + sha256_hex(path.filename().string()).substr(0, kAsideDigits) + std::string(kAsideEnd);
  return (path.parent_path() / name).string();
}

bool is_aside(std::string_view name) {
  if (name.size() != kAsideBegin.size() + kAsideDigits + kAsideEnd.size()) return false;
  return name.starts_with(kAsideBegin) && name.ends_with(kAsideEnd) &&
         name.substr(kAsideBegin.size(), kAsideDigits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Unlocks and removes it where no run is writing it. False where one is.
bool remove_leftover(const std::string& aside) {
  const int file = open(aside.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return errno == ENOENT || (errno == ELOOP && unlink(aside.c_str()) == 0);
  const bool free = flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
  if (free) unlink(aside.c_str());
  close(file);
  return free;
}

// What the process would give a new file; asked once, before any thread is started (umask can only be read by setting
// it).
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// "/proc/self/fd/1", to which /dev/stdout leads: the file that is open there, whatever its name was.
bool is_open_file(const fs::path& link) {
  std::error_code error;
  const std::string folder = fs::weakly_canonical(link.parent_path(), error).string();  // also of /dev/fd
  return folder.starts_with("/proc/") && folder.ends_with("/fd");
}

/// The number of a descriptor of this process, -1 where the path is none.
int own_descriptor(const std::string& path) {
  const fs::path link(path);
  std::error_code error;
  if (!is_open_file(link) || !fs::equivalent(link.parent_path(), "/proc/self/fd", error)) return -1;
  const std::string name = link.filename().string();
  int number = -1;
  const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), number);
  return failed == std::errc() && end == name.data() + name.size() ? number : -1;
}

Diagnostic neither_file_nor_stream(const std::string& path, mode_t mode) {
  const char* what = S_ISDIR(mode) ? "this is a folder" : S_ISBLK(mode) ? "this is a disk" : "this is a socket";
  return {.file = path,
          .message = std::string("cannot be written: ") + what,
          .remedy = "give the name of a file, or of a pipe or device that takes bytes"};
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

Diagnostic not_written(const std::string& path, int error) {
  const char* remedy = "check the folder and its permissions";
  if (error == ENOSPC || error == EDQUOT) remedy = "free some space";
  if (error == EFBIG) remedy = "raise the limit on the size of files (ulimit -f)";
  if (error == EWOULDBLOCK)
    return {.file = path, .message = "another run is writing this file", .remedy = "wait for it, or give another name"};
  return {.file = path, .message = std::string("cannot be written: ") + std::strerror(error), .remedy = remedy};
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) {  // a pipe or terminal that somebody made so
      pollfd wait{file, POLLOUT, 0};
      poll(&wait, 1, -1);
      continue;
    }
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

OutputPlace place_of_output(const std::string& path, ReadFiles& read) {
  OutputPlace place{.path = path, .stream = false, .problem = {}};
  const auto refuse = [&](int error) {
    place.problem = not_written(path, error);
    return place;
  };
  for (int links = 0;; ++links) {
    struct stat status {};
    if (lstat(place.path.c_str(), &status) != 0) {
      if (errno == ENOENT) return place;  // a new file, or its folder is not there, which opening it says
      return refuse(errno);
    }
    if (S_ISLNK(status.st_mode)) {
      if (links == kMostLinks) return refuse(ELOOP);
      if (is_open_file(place.path)) {
        if (stat(place.path.c_str(), &status) != 0) return refuse(errno);
        place.stream = true;
        break;
      }
      std::error_code error;
      const fs::path target = fs::read_symlink(place.path, error);
      if (error) return refuse(error.value());
      place.path = (fs::path(place.path).parent_path() / target).string();  // an absolute target replaces all of it
      continue;
    }
    if (S_ISCHR(status.st_mode) || S_ISFIFO(status.st_mode)) {
      place.stream = true;
      return place;
    }
    if (!S_ISREG(status.st_mode)) {
      place.problem = neither_file_nor_stream(path, status.st_mode);
      return place;
    }
    break;
  }
  if (read.has(place.path)) {
    place.problem = Diagnostic{
        .file = path, .message = "this output would replace a file that the run reads", .remedy = "give another name"};
  }
  return place;
}

int open_stream(const std::string& path) {
  if (const int own = own_descriptor(path); own >= 0) return fcntl(own, F_DUPFD_CLOEXEC, 3);
  for (;;) {
    // A pipe without a reader cannot be opened so; a plain open() would wait and hear no signal.
    const int stream = open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (stream >= 0) {
      const int flags = fcntl(stream, F_GETFL);
      if (flags >= 0) fcntl(stream, F_SETFL, flags & ~O_NONBLOCK);
      return stream;
    }
    if (errno != ENXIO && errno != EINTR) return -1;
    constexpr int kPause = 50;  // milliseconds
    if (stop_is_asked()) {
      errno = EINTR;
      return -1;
    }
    poll(nullptr, 0, kPause);
  }
}

OutputFile::OutputFile(const std::string& path, ReadFiles& read) : path_(path) {
  OutputPlace place = place_of_output(path, read);
  problem_ = std::move(place.problem);
  if (problem_) return;
  if (place.stream) {
    descriptor_ = open_stream(place.path);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  path_ = place.path;
  aside_ = aside_of(path_);
  open_aside();
}

void OutputFile::open_aside() {
  constexpr int kTries = 3;  // another run may remove what it takes for a leftover before it is locked
  for (int i = 0; i < kTries; ++i) {
    if (!remove_leftover(aside_)) return fail(EWOULDBLOCK);
    descriptor_ = open(aside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor_ < 0 && errno == EEXIST) continue;
    if (descriptor_ < 0) return fail(errno);
    flock(descriptor_, LOCK_EX);  // who sweeps the folder holds it for a moment only
    struct stat status {};
    if (fstat(descriptor_, &status) == 0 && status.st_nlink != 0) return;
    close(descriptor_);
    descriptor_ = -1;
  }
  fail(EWOULDBLOCK);
}

OutputFile::~OutputFile() {
  if (descriptor_ < 0) return;
  if (!aside_.empty()) unlink(aside_.c_str());
  close(descriptor_);
}

void OutputFile::fail(int error) {
  if (!problem_) problem_ = not_written(path_, error);
  if (descriptor_ >= 0) {
    if (!aside_.empty()) unlink(aside_.c_str());
    close(descriptor_);
    descriptor_ = -1;
  }
}

void OutputFile::write(std::string_view bytes) {
  if (descriptor_ < 0) return;
  buffer_ += bytes;
  if (buffer_.size() < kBuffer) return;
  if (const int error = write_all(descriptor_, buffer_)) return fail(error);
  buffer_.clear();
}

void OutputFile::finish() {
  static const mode_t kMode = new_file_mode();
  if (descriptor_ < 0) return;
  if (const int error = write_all(descriptor_, buffer_)) return fail(error);
  buffer_.clear();
  if (!aside_.empty()) {
    struct stat earlier {};
    const bool replaces = stat(path_.c_str(), &earlier) == 0;
    if (fchmod(descriptor_, replaces ? earlier.st_mode & 0777 : kMode) != 0) return fail(errno);
    // Without it a loss of power could leave the new name with no bytes.
    if (fsync(descriptor_) != 0 && errno != EINVAL && errno != EROFS) return fail(errno);
    if (std::rename(aside_.c_str(), path_.c_str()) != 0) return fail(errno);
  }
  const int file = descriptor_;
  descriptor_ = -1;
  if (close(file) != 0 && errno != EINTR) problem_ = not_written(path_, errno);
}

std::optional<Diagnostic> Outputs::write(const std::string& path, std::string_view bytes) {
  return write(path, [&](const Output& out) -> std::optional<Diagnostic> {
    out(bytes);
    return std::nullopt;
  });
}

std::optional<Diagnostic> Outputs::write(const std::string& path, const Fill& fill) {
  const std::string folder = fs::path(path).parent_path().string();
  if (swept_.insert(folder).second) sweep_folder(folder);
  OutputFile file(path, read_);
  if (file.problem()) return file.problem();
  if (auto problem = fill([&](std::string_view bytes) { file.write(bytes); })) return problem;
  file.finish();
  return file.problem();
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes) {
  Outputs outputs;
  return outputs.write(path, bytes);
}

void sweep_folder(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end; at.increment(error)) {
    if (is_aside(at->path().filename().native())) remove_leftover(at->path().string());
  }
}

void refuse_input(const std::string& path, ReadFiles& read) {
  OutputPlace place = place_of_output(path, read);
  if (place.problem) throw Fatal(std::move(*place.problem));
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

}  // namespace hearsay
