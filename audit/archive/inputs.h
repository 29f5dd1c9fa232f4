// The files a run works on: what the PATHs of the command line stand for, and their bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

/// The settings of the folder it lies in: no article.
inline constexpr std::string_view kSettingsName = "hearsay.xml";
/// How files end that hold what people said of the article beside them; no article itself.
inline constexpr std::string_view kCorrectionsSuffix = ".hearsay.xml";

/// Goes through PATHs file by file. A folder stands for the files in and below it, in order of their paths, dot files
/// and settings left out; only the folders on the way to the file at hand are kept in memory.
class InputWalk {
 public:
  explicit InputWalk(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  /// The next file as the user gave it, or below the folder given; "-" is standard input. Nothing at the end. A folder
  /// that cannot be read, or holds no file, is an error; the walk goes on.
  [[nodiscard]] std::optional<std::string> next(Diagnostics& diagnostics);

  /// The file that came last lies in a folder that was given, and was not named itself.
  [[nodiscard]] bool in_folder() const { return !folders_.empty(); }

  /// All PATHs are used up.
  [[nodiscard]] bool ended() const { return folders_.empty() && at_ == paths_.size(); }

 private:
  struct Entry {
    std::string name;  // of a folder with a "/" behind it, which gives the order of whole paths
    bool folder = false;
  };
  struct Folder {
    std::filesystem::path path;
    std::vector<Entry> entries;  // the next one last
  };
  void enter(const std::filesystem::path& folder, Diagnostics& diagnostics);

  std::vector<std::string> paths_;
  std::size_t at_ = 0;
  std::vector<Folder> folders_;  // from the one given to the one at hand
  bool found_ = false;           // a file in the folder given
};

/// Names for articles that are files, each once: "stem", "stem-2". Keeps a number per name, not the name.
class UniqueNames {
 public:
  /// The file's name without its last extension and without ".gz" or ".zst". That it had to be changed is a note.
  [[nodiscard]] std::string unique(const std::string& path, Diagnostics& diagnostics);
  /// `name`, or `name` with a number behind it.
  [[nodiscard]] std::string unique(std::string name);

 private:
  std::unordered_set<std::size_t> used_;            // hashes
  std::unordered_map<std::size_t, unsigned> last_;  // number given last to a name that was taken
};

struct Input {
  std::string path;
  std::string id;
};

/// All files at once, for commands that need them so.
[[nodiscard]] std::vector<Input> expand_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The file's bytes as they are, or why they cannot be had. A file of more than `max_bytes` is not read to its end.
[[nodiscard]] std::optional<Diagnostic> read_file(const std::string& path, std::uint64_t max_bytes, std::string& bytes);

}  // namespace hearsay
