// hearsay learn --links: the weights of who is who from text that tells who is meant.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "cli/console.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "evidence/weights.h"

namespace hearsay {

[[nodiscard]] ExitCode run_learn_links(const CommandLine& line, Console& console);

/// The weight files of a folder; what is missing or broken is reported and left empty.
[[nodiscard]] Weights shipped_weights(const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace hearsay
