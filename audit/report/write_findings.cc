// Entry: write_findings.
#include "report/write_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plain.h"

namespace hearsay {

std::string write_findings(const Report& report) {
  std::string out;
  const std::string path = one_line(report.path == "-" ? "<stdin>" : report.path);
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: {} [{}]\n", path, std::max(1U, finding.line),
                   std::max(1U, finding.column), finding.severity, one_line(finding.message), finding.check);
  }
  return out;
}

}  // namespace hearsay
