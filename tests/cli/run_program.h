// Runs the built program as a shell would and keeps what it said.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
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
  std::vector<std::string> environment = {};  // "NAME=value", besides our own
  std::function<void()> in_child = {};        // called before the program starts
  std::function<void(pid_t)> meanwhile = {};  // called with the program's id while it runs
};
ProgramRun run_program(const std::vector<std::string>& arguments, const RunOptions& options = {});
