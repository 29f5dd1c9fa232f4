// What build servers read of a run: JUnit (a suite per article, a case per check) and Checkstyle (a file per article).
#pragma once

#include <string>

#include "report/findings/run.h"
#include "report/report.h"

namespace hearsay {

[[nodiscard]] std::string junit_head();
/// Findings below RunPolicy::fails_from are told in <system-out>; a check whose findings are all suppressed is skipped.
[[nodiscard]] std::string junit_suite(const Report& report, const RunPolicy& policy);
[[nodiscard]] std::string junit_suite(const RunProblem& problem);
[[nodiscard]] std::string junit_tail();

[[nodiscard]] std::string checkstyle_head();
[[nodiscard]] std::string checkstyle_file(const Report& report);
[[nodiscard]] std::string checkstyle_file(const RunProblem& problem);
[[nodiscard]] std::string checkstyle_tail();

}  // namespace hearsay
