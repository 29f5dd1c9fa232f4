// Runs the built program as a shell would and keeps what it said.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "folder.h"

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
