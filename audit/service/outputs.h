// Files written whole or not at all: aside, then renamed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace hearsay {

/// Makes the folder and those above it. Throws Fatal where that cannot be done.
void make_folder(const std::string& path);

/// Writes `bytes` as `path`. On an error nothing is left behind and an older file stands as it was.
[[nodiscard]] std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes);

/// Whether both name one existing file.
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);

}  // namespace hearsay
