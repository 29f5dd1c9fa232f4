// Settings and rules by folder: an article is judged by the hearsay.xml nearest to its own file, not by that of the
// first PATH alone. Each settings file is opened once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "service/session.h"

namespace hearsay {

class Sessions {
 public:
  /// All three must outlive it; `main` is the session of the first path, by `choice`. Where that names settings there
  /// is only `main`.
  Sessions(const SettingsChoice& choice, Engines& engines, const Session& main)
      : choice_(choice), engines_(engines), main_(main) {}

  /// Of the file `path`; may be called by several threads. What is wrong with settings or rules opened for it is added
  /// to `diagnostics`. Throws Fatal as open_session.
  [[nodiscard]] const Session& of(const std::string& path, Diagnostics& diagnostics);

  /// All that were used, the main one first, the others by their settings file.
  [[nodiscard]] std::vector<const Session*> all() const;

 private:
  const SettingsChoice& choice_;
  Engines& engines_;
  const Session& main_;
  std::mutex mutex_;
  std::map<std::filesystem::path, std::filesystem::path> files_;        // settings file by folder
  std::map<std::filesystem::path, std::unique_ptr<Session>> sessions_;  // by settings file; "": none
};

}  // namespace hearsay
