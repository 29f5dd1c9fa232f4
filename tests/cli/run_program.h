// Runs the built program as a shell would and keeps what it said.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

struct ProgramRun {
  int exit = -1;  // 128 + signal where it was killed
  std::string out;
  std::string err;
};

/// In folder `cwd` (a fresh one where empty); `input` is its standard input; `out_to` is where standard output goes
/// instead of into ProgramRun::out.
struct RunOptions {
  std::string input;
  std::filesystem::path cwd;
  std::string out_to;
};
ProgramRun run_program(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// A folder that is removed with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file below it (folders made as needed) and returns its path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

std::string read_whole(const std::filesystem::path& path);
