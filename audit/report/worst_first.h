// Findings in the order in which a writer should answer them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "report/report.h"

namespace hearsay {

/// Indices: gravest first, then likeliest to be raised, then by place; what the text lets stand or
/// people settled comes last.
[[nodiscard]] std::vector<std::uint32_t> worst_first(const std::vector<ReportFinding>& findings);

/// How many of them come before.
[[nodiscard]] std::size_t findings_to_answer(const Report& report);

}  // namespace hearsay
