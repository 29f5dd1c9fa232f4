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

/// Per finding its number as people read it: its place in worst_first, from 1. "f3" is the finding of number 3,
/// whatever is said of it and where.
[[nodiscard]] std::vector<std::uint32_t> finding_numbers(const std::vector<ReportFinding>& findings);

/// How many findings are neither let stand nor settled: the first numbers are theirs.
[[nodiscard]] std::size_t findings_to_answer(const Report& report);

}  // namespace hearsay
