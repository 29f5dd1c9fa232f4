// The one place that catches.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"
#include "cli/commands.h"

namespace {

// A descriptor that the caller closed would go to the first file that is opened, and what is said would go there. It is
// taken so that using it fails, which is told where it matters.
void hold_standard_descriptors() {
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
    if (fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
    const int held = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (held > STDERR_FILENO) close(held);
  }
}

// Without memory nothing can be put together; these bytes are there.
void say(std::string_view said) noexcept {
  if (write(STDERR_FILENO, said.data(), said.size()) < 0) return;
}

void say_no_memory() noexcept {
  constexpr std::string_view kSaid =
      "hearsay: error: stopped: there is no memory left\n  raise the limit (ulimit -v), or give fewer --threads\n";
  say(kSaid);
}

// What promises not to throw and has no memory ends here, the walk of the standard library over a folder for one. An
// error is said and the exit is as for any; what was written aside goes with the next run.
[[noreturn]] void end_at_once() noexcept {
  say("hearsay: error: stopped: there is no memory left, or this is a fault of the program\n"
      "  raise the limit (ulimit -v), or give fewer --threads; if that does not help, please report it\n");
  std::_Exit(static_cast<int>(hearsay::ExitCode::failed));
}

void say_fault(const hearsay::Console::Options& options, const std::exception& error) {
  hearsay::Console(options).report(hearsay::fault_of(error, "stopped"));
}

}  // namespace

int main(int argc, char** argv) {
  using namespace hearsay;
  hold_standard_descriptors();
  std::set_terminate(end_at_once);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no further is an error of writing it
  Console::Options options;
  try {
    try {
      const CommandLine line = parse_command_line(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
      options = {.colour = line.colour, .quiet = line.quiet};
      Console console(options);
      const ExitCode code = run_program(line, console);
      console.flush();
      return static_cast<int>(code);
    } catch (const Fatal& fatal) {
      Console(options).report(fatal.diagnostic());
    } catch (const std::bad_alloc&) {
      say_no_memory();
    } catch (const std::exception& error) {
      say_fault(options, error);
    }
  } catch (const std::exception&) {  // not even room to say it
    say_no_memory();
  }
  return static_cast<int>(ExitCode::failed);
}
