// SARIF 2.1.0, a result a line: columns in code points, fingerprints that survive edits elsewhere, suppressions.
#pragma once

#include <string>
#include <vector>

#include "report/findings/run.h"
#include "report/report.h"

namespace hearsay {

struct RunEnd;

[[nodiscard]] std::string sarif_head();
/// The results of one article, comma between; "" where there are none.
[[nodiscard]] std::string sarif_results(const Report& report);
/// An article that could not be read, as a result of rule "hearsay/unreadable".
[[nodiscard]] std::string sarif_result(const RunProblem& problem);
[[nodiscard]] std::string sarif_tail(const RunEnd& end);

}  // namespace hearsay
