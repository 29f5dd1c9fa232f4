// checks.xml: every check there is, its condition compiled to facts.
#pragma once

#include <vector>

#include "score/policy_file.h"

namespace hearsay {

/// In the order of the file. A check with an unknown fact, severity or placeholder is an error with its place, and left
/// out.
[[nodiscard]] std::vector<Check> load_checks(const PolicyFile& file, Diagnostics& diagnostics);

}  // namespace hearsay
