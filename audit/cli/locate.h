// Where the program's own data lies.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace hearsay {

/// The rules folder: `wish` (--rules), else $HEARSAY_RULES, else ../share/hearsay/rules seen from the program (as
/// installed), else the source tree it was built from. Throws Fatal where none of them is a folder.
[[nodiscard]] std::filesystem::path locate_rules(const std::optional<std::string>& wish);

}  // namespace hearsay
