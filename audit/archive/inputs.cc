// The walk keeps one sorted list per open folder. read_file: one open, one fstat, one buffer of the right size.
#include "archive/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "archive/byte_source.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 64U << 10U;

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ > STDIN_FILENO) close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
};

}  // namespace

std::optional<std::string> InputWalk::next(Diagnostics& diagnostics) {
  for (;;) {
    if (folders_.empty()) {
      if (at_ == paths_.size()) return std::nullopt;
      const std::string& path = paths_[at_++];
      std::error_code error;
      if (path.ends_with(kCorrectionsSuffix) && paths_.size() > 1 && fs::is_regular_file(path, error)) continue;
      if (path == "-" || !fs::is_directory(path, error)) return path;
      found_ = false;
      enter(path, diagnostics);
    }
    Folder& folder = folders_.back();
    if (folder.entries.empty()) {
      const fs::path path = folder.path;
      folders_.pop_back();
      if (folders_.empty() && !found_) {
        diagnostics.push_back(
            {.file = path.string(), .message = "no file lies in this folder", .remedy = "check the path"});
      }
      continue;
    }
    const Entry entry = std::move(folder.entries.back());
    folder.entries.pop_back();
    if (!entry.folder) {
      found_ = true;
      return (folder.path / entry.name).string();
    }
    enter(folder.path / entry.name.substr(0, entry.name.size() - 1), diagnostics);
  }
}

void InputWalk::enter(const fs::path& folder, Diagnostics& diagnostics) {
  Folder level{.path = folder, .entries = {}};
  std::error_code error;
  fs::directory_iterator at(folder, fs::directory_options::none, error);
  for (; !error && at != fs::directory_iterator(); at.increment(error)) {
    std::string name = at->path().filename().string();
    if (name.starts_with('.') || name == kSettingsName || name.ends_with(kCorrectionsSuffix)) continue;
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      // A link to a folder may lead back to where it lies.
      if (!at->is_symlink(ignored)) level.entries.push_back({.name = std::move(name) + '/', .folder = true});
    } else if (at->is_regular_file(ignored)) {
      level.entries.push_back({.name = std::move(name)});
    }
  }
  if (error) {
    diagnostics.push_back(unreadable(folder.string(), error.value()));
    found_ = true;  // one message is enough
  }
  std::sort(level.entries.begin(), level.entries.end(), [](const Entry& a, const Entry& b) { return a.name > b.name; });
  folders_.push_back(std::move(level));
}

std::string UniqueNames::unique(std::string name) {
  const std::hash<std::string> hash;
  if (used_.insert(hash(name)).second) return name;
  unsigned& number = last_.try_emplace(hash(name), 1).first->second;
  std::string id;
  do {
    id = name + '-' + std::to_string(++number);
  } while (!used_.insert(hash(id)).second);
  return id;
}

std::string UniqueNames::unique(const std::string& path, Diagnostics& diagnostics) {
  fs::path name = path == "-" ? fs::path("stdin") : fs::path(path).filename();
  if (name.extension() == ".gz" || name.extension() == ".zst") name = name.stem();
  std::string stem = name.stem().string();
  if (stem.empty()) stem = "article";
  std::string id = unique(stem);
  if (id != stem) {
    diagnostics.push_back(
        {.severity = Severity::note, .file = path, .message = "'" + stem + "' is taken; this article is '" + id + "'"});
  }
  return id;
}

std::vector<Input> expand_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<Input> inputs;
  InputWalk walk(paths);
  UniqueNames names;
  while (std::optional<std::string> path = walk.next(diagnostics)) {
    std::string id = names.unique(*path, diagnostics);
    inputs.push_back({.path = std::move(*path), .id = std::move(id)});
  }
  return inputs;
}

std::optional<Diagnostic> read_file(const std::string& path, std::uint64_t max_bytes, std::string& bytes) {
  const Descriptor file(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.value() < 0) return unreadable(path, errno);
  struct stat status {};
  if (fstat(file.value(), &status) != 0) return unreadable(path, errno);
  if (S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
  constexpr std::uint64_t kMostOfDevice = 16U << 20U;  // some give bytes for ever
  if (S_ISCHR(status.st_mode)) max_bytes = std::min(max_bytes, kMostOfDevice);
  const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  const auto too_large = [&] {
    return Diagnostic{.file = path,
                      .message = "larger than " + std::to_string(max_bytes >> 20U) + " MB",
                      .remedy = "check the name: what is asked for here is smaller"};
  };
  if (S_ISREG(status.st_mode) && size > max_bytes) return too_large();
  bytes.clear();
  std::size_t filled = 0;
  // One byte more than it claims to have, so that a file of that size ends in one read that gives nothing.
  bytes.resize(S_ISREG(status.st_mode) && size > 0 ? static_cast<std::size_t>(size) + 1 : kChunk);
  for (;;) {
    const ssize_t count = ::read(file.value(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(path, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > max_bytes) return too_large();
    if (filled == bytes.size())  // one byte more than is allowed tells that there are more
      bytes.resize(static_cast<std::size_t>(
          std::min<std::uint64_t>(2 * filled, std::max<std::uint64_t>(max_bytes, filled) + 1)));
  }
  bytes.resize(filled);
  return std::nullopt;
}

}  // namespace hearsay
