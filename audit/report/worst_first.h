// Findings in the order in which a writer should answer them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"

namespace hearsay {

/// Indices: gravest first, then likeliest to be raised, then by place; what the text lets stand comes last.
[[nodiscard]] std::vector<std::uint32_t> worst_first(const std::vector<ReportFinding>& findings);

/// "7 sources named, 2 not named, 3 claims without a source.": who speaks, in one line.
[[nodiscard]] std::string voices_told(const Report& report);

}  // namespace hearsay
