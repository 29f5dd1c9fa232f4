// POSIX reads: one open, one fstat, one buffer of the right size.
#include "cli/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = 64U << 10U;

Diagnostic unreadable(const std::string& path, int error) {
  const char* remedy = "check the path";
  if (error == EACCES || error == EPERM) remedy = "check its permissions";
  if (error == EISDIR) remedy = "give a file, or the folder as it stands on the command line";
  return {.file = path, .message = std::string("cannot be read: ") + std::strerror(error), .remedy = remedy};
}

void add_folder(const fs::path& folder, std::vector<std::string>& files, Diagnostics& diagnostics) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::none, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code ignored;
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(ignored)) found.push_back(at->path().string());
  }
  if (error) diagnostics.push_back(unreadable(folder.string(), error.value()));
  if (found.empty() && !error) {
    diagnostics.push_back(
        {.file = folder.string(), .message = "no file lies in this folder", .remedy = "check the path"});
  }
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
}

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

std::vector<Input> expand_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      add_folder(path, files, diagnostics);
    } else {
      files.push_back(path);
    }
  }
  std::vector<Input> inputs;
  std::unordered_set<std::string> used;
  std::unordered_map<std::string, int> last;  // number given last to a stem
  for (std::string& file : files) {
    std::string stem = file == "-" ? "stdin" : fs::path(file).stem().string();
    if (stem.empty()) stem = "article";
    std::string id = stem;
    int& number = last.try_emplace(stem, 1).first->second;
    while (!used.insert(id).second) id = stem + '-' + std::to_string(++number);
    if (id != stem) {
      diagnostics.push_back({.severity = Severity::note,
                             .file = file,
                             .message = "'" + stem + "' is taken; this article is '" + id + "'"});
    }
    inputs.push_back({.path = std::move(file), .id = std::move(id)});
  }
  return inputs;
}

std::optional<Diagnostic> read_file(const std::string& path, std::uint64_t max_bytes, std::string& bytes) {
  const Descriptor file(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.value() < 0) return unreadable(path, errno);
  struct stat status {};
  if (fstat(file.value(), &status) != 0) return unreadable(path, errno);
  if (S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
  const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  const auto too_large = [&] {
    return Diagnostic{.file = path,
                      .message = "larger than " + std::to_string(max_bytes >> 20U) + " MB",
                      .remedy = "an article is smaller; give one file per article"};
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
    if (filled == bytes.size()) bytes.resize(2 * bytes.size());
  }
  bytes.resize(filled);
  return std::nullopt;
}

}  // namespace hearsay
