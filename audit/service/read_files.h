// The files that a run reads, by device and inode: no output may replace one of them, by whatever name, link or case of
// letters it is called.
#pragma once

#include <sys/types.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "service/choices.h"
#include "service/session.h"

namespace hearsay {

class ReadFiles {
 public:
  ReadFiles() = default;
  /// A file, or a folder with all that lies in and below it; "-" is what standard input comes from. What is not there
  /// counts for nothing.
  void add(std::string path) { paths_.push_back(std::move(path)); }
  void add(const std::vector<std::string>& paths) { paths_.insert(paths_.end(), paths.begin(), paths.end()); }

  /// Whether the file at `path` is one of them. Folders are looked through when the first file that is there is asked
  /// for: outputs that are new cost nothing.
  [[nodiscard]] bool has(const std::string& path);
  /// The same of what is open as `descriptor` and holds bytes: output that is appended to an input would feed itself.
  [[nodiscard]] bool has(int descriptor);

 private:
  using Identity = std::pair<dev_t, ino_t>;
  void look();

  std::vector<std::string> paths_;  // not looked at yet
  std::set<Identity> known_;
};

/// What judges an article: settings, rules, registers, policy, evidence.
void add_settings(const Settings& settings, ReadFiles& files);
void add_session(const Session& session, ReadFiles& files);

/// Throws Fatal where standard output is one of the files.
void refuse_printing_on(ReadFiles& files);

/// All that a run over articles reads, what people said of them beside them too.
[[nodiscard]] ReadFiles files_read(const InputChoice& input, const Session& session);

}  // namespace hearsay
