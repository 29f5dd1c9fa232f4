// Entries: write_findings, finding_line.
#include "report/findings/write_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/findings/run_place.h"
#include "report/place.h"
#include "report/plain.h"

namespace hearsay {

std::string finding_line(const std::string& path, const ReportFinding& finding) {
  const std::string place = finding.paragraph == 0
                                ? fmt::format("{}:{}", std::max(1U, finding.line), std::max(1U, finding.column))
                                : ' ' + place_words(finding);
  return fmt::format("{}:{}: {}: {} [{}]\n", shown_path(path), place, finding.severity, one_line(finding.message),
                     finding.check);
}

std::string write_findings(const Report& report) {
  std::string out;
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    out += finding_line(report.path, finding);
  }
  return out;
}

}  // namespace hearsay
