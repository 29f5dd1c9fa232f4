// Findings as a compiler prints its own: `file:line:col: severity: message [check]`, one line each; where the file has
// no lines `file: paragraph 7 (“The mayor said …”): severity: message [check]`.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// Those that the text does not suppress, in the order of the report. A finding about the whole article stands at 1:1,
/// so that every editor can jump to it. Nothing an article holds can break a line or colour it.
[[nodiscard]] std::string write_findings(const Report& report);

/// One of them with its line break; `path` as the report has it.
[[nodiscard]] std::string finding_line(const std::string& path, const ReportFinding& finding);

}  // namespace hearsay
