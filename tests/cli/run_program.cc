// fork, streams to files, exec: no shell, so that no argument needs quoting.
#include "cli/run_program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace fs = std::filesystem;

ProgramRun run_program(const std::vector<std::string>& arguments, const RunOptions& options) {
  const Folder files;
  const std::string input = files.write("in", options.input);
  const std::string out = options.out_to.empty() ? (files.path() / "out").string() : options.out_to;
  const std::string err = (files.path() / "err").string();
  const fs::path cwd = options.cwd.empty() ? files.path() : options.cwd;
  std::vector<char*> argv;
  // HEARSAY_TEST_PROGRAM: another build, to see which tests it fails.
  const char* other = std::getenv("HEARSAY_TEST_PROGRAM");
  std::string program = other != nullptr ? other : HEARSAY_PROGRAM;
  argv.push_back(program.data());
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);

  const pid_t child = fork();
  if (child == 0) {
    const int in = open(input.c_str(), O_RDONLY);
    const int to = open(out.c_str(), O_WRONLY | O_CREAT, 0600);
    const int errors = open(err.c_str(), O_WRONLY | O_CREAT, 0600);
    unsetenv("HEARSAY_RULES");
    signal(SIGINT, SIG_DFL);  // it is ignored where the tests run in the background of a shell
    if (in < 0 || to < 0 || errors < 0 || chdir(cwd.c_str()) != 0) _exit(120);
    dup2(in, 0);
    dup2(to, 1);
    dup2(errors, 2);
    for (const std::string& one : options.environment) putenv(const_cast<char*>(one.c_str()));
    if (options.in_child) options.in_child();
    execv(program.c_str(), argv.data());
    _exit(121);
  }
  if (options.meanwhile) options.meanwhile(child);
  int status = 0;
  waitpid(child, &status, 0);
  ProgramRun run;
  run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (options.out_to.empty()) run.out = read_whole(out);
  run.err = read_whole(err);
  return run;
}
