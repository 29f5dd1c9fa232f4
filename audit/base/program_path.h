// Where the program itself lies: what was installed or built with it is looked for from there.
#pragma once

#include <filesystem>

namespace hearsay {

/// Absolute, links followed; empty where the system does not tell.
[[nodiscard]] std::filesystem::path program_path();

}  // namespace hearsay
