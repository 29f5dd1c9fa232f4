// What each rule reached on annotated text, from a table beside the rules.
#pragma once

#include <filesystem>
#include <vector>

#include "base/diagnostic.h"
#include "rules/rule.h"

namespace hearsay {

/// Sets support and precision of the rules that `path` names (tab-separated: rule, support, precision; one heading
/// line). No file: nothing. A line that does not say this is reported and left out; a rule that is no more there is
/// passed over.
void load_calibration(const std::filesystem::path& path, std::vector<Rule>& rules, Diagnostics& diagnostics);

}  // namespace hearsay
