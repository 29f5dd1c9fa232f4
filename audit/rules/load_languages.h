// rules/languages.xml as values.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "language/languages.h"

namespace hearsay {

/// Reads root/languages.xml. A broken entry is an error with its place and left out. Throws Fatal where there is no
/// such file or it holds no language: nothing could then be told.
[[nodiscard]] Languages load_languages(const std::filesystem::path& root, Diagnostics& diagnostics);

}  // namespace hearsay
