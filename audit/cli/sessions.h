// Settings and rules by folder: an article is judged by the hearsay.xml nearest to its own file, not by that of the
// first PATH alone. Each settings file is opened once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "cli/articles.h"

namespace hearsay {

class Sessions {
 public:
  /// `line` and `main` (the session of the first PATH) must outlive it. With --settings there is only `main`.
  Sessions(const CommandLine& line, const Session& main) : line_(line), main_(main) {}

  /// Of the file `path`; may be called by several threads. What is wrong with settings or rules opened for it is added
  /// to `diagnostics`. Throws Fatal as load_engine.
  [[nodiscard]] const Session& of(const std::string& path, Diagnostics& diagnostics);

  /// All that were used, the main one first, the others by their settings file.
  [[nodiscard]] std::vector<const Session*> all() const;

 private:
  const CommandLine& line_;
  const Session& main_;
  std::mutex mutex_;
  std::map<std::filesystem::path, std::filesystem::path> files_;        // settings file by folder
  std::map<std::filesystem::path, std::unique_ptr<Session>> sessions_;  // by settings file; "": none
};

}  // namespace hearsay
