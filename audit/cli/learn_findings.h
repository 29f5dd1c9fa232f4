// hearsay learn --findings: what a careful editor would raise, from articles and the marks somebody made in them.
#pragma once

#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/options.h"

namespace hearsay {

[[nodiscard]] ExitCode run_learn_findings(const CommandLine& line, Console& console);

}  // namespace hearsay
