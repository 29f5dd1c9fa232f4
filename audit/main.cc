// The one place that catches.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/commands.h"

int main(int argc, char** argv) {
  using namespace hearsay;
  Console::Options options;
  try {
    const CommandLine line = parse_command_line(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
    options = {.colour = line.colour, .quiet = line.quiet};
    Console console(options);
    const ExitCode code = run_program(line, console);
    console.flush();
    return static_cast<int>(code);
  } catch (const Fatal& fatal) {
    Console(options).report(fatal.diagnostic());
  } catch (const std::exception& error) {
    Console(options).report({.message = std::string("stopped: ") + error.what(),
                             .remedy = "this is a fault of the program or of the machine; please report it"});
  }
  return static_cast<int>(ExitCode::failed);
}
