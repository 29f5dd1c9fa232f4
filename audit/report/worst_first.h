// Findings in the order in which a writer should answer them.
#pragma once

#include <cstdint>
#include <vector>

#include "report/report.h"

namespace hearsay {

/// Indices: gravest first, then likeliest to be raised, then by place; what the text lets stand comes last.
[[nodiscard]] std::vector<std::uint32_t> worst_first(const std::vector<ReportFinding>& findings);

}  // namespace hearsay
