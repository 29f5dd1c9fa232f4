// Entry: write_findings.
#include "report/write_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/place.h"
#include "report/plain.h"

namespace hearsay {

std::string write_findings(const Report& report) {
  std::string out;
  const std::string path = one_line(report.path == "-" ? "<stdin>" : report.path);
  for (const ReportFinding& finding : report.findings) {
    const std::string place = finding.paragraph == 0
                                  ? fmt::format("{}:{}", std::max(1U, finding.line), std::max(1U, finding.column))
                                  : ' ' + place_words(finding);
    fmt::format_to(std::back_inserter(out), "{}:{}: {}: {} [{}]\n", path, place, finding.severity,
                   one_line(finding.message), finding.check);
  }
  return out;
}

}  // namespace hearsay
