// A folder is walked with the links in it followed to files, not to folders, as the walk over inputs does.
#include "service/read_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "service/corrections.h"
#include "service/locate.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

}  // namespace

void ReadFiles::look() {
  const auto note = [&](const char* path) {
    struct stat status {};
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode)) known_.emplace(status.st_dev, status.st_ino);
  };
  for (const std::string& path : paths_) {
    if (path == "-") {
      struct stat status {};
      if (fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode)) known_.emplace(status.st_dev, status.st_ino);
      continue;
    }
    note(path.c_str());
    std::error_code error;
    if (!fs::is_directory(path, error)) continue;
    for (fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error), end;
         !error && at != end; at.increment(error)) {
      std::error_code ignored;
      if (!at->is_directory(ignored)) note(at->path().c_str());
    }
  }
  paths_.clear();
}

bool ReadFiles::has(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  look();
  return known_.count({status.st_dev, status.st_ino}) != 0;
}

bool ReadFiles::has(int descriptor) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return false;
  look();
  return known_.count({status.st_dev, status.st_ino}) != 0;
}

void add_settings(const Settings& settings, ReadFiles& files) {
  if (!settings.file.empty()) files.add(settings.file.string());
  files.add(settings.rules_root.string());
  for (const fs::path& path : settings.extra_rules) files.add(path.string());
  if (settings.policy.ends_with(".xml")) files.add(settings.policy);
  files.add(locate_image(settings.rules_root, settings.language).string());
  if (settings.evidence) files.add(locate_model(settings.rules_root, settings.language).string());
}

void add_session(const Session& session, ReadFiles& files) {
  add_settings(session.settings, files);
}

void refuse_printing_on(ReadFiles& files) {
  if (!files.has(STDOUT_FILENO)) return;
  throw Fatal({.message = "standard output is a file that the run reads", .remedy = "send it to another file"});
}

ReadFiles files_read(const InputChoice& input, const Session& session) {
  ReadFiles files;
  files.add(input.paths);
  files.add(input.beside);
  for (const std::string& path : input.paths) {
    if (std::string corrections = corrections_file(path); !corrections.empty()) files.add(std::move(corrections));
  }
  add_session(session, files);
  return files;
}

}  // namespace hearsay
