#include "report/worst_first.h"

#include <algorithm>
#include <numeric>

#include "report/findings/run.h"

namespace hearsay {

std::vector<std::uint32_t> worst_first(const std::vector<ReportFinding>& findings) {
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const ReportFinding& x = findings[a];
    const ReportFinding& y = findings[b];
    if (x.suppressed.empty() != y.suppressed.empty()) return x.suppressed.empty();
    if (x.severity != y.severity) return severity_rank(x.severity) > severity_rank(y.severity);
    return x.likelihood > y.likelihood;
  });
  return order;
}

std::vector<std::uint32_t> finding_numbers(const std::vector<ReportFinding>& findings) {
  std::vector<std::uint32_t> numbers(findings.size());
  std::uint32_t number = 0;
  for (const std::uint32_t i : worst_first(findings)) numbers[i] = ++number;
  return numbers;
}

std::size_t findings_to_answer(const Report& report) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [](const ReportFinding& one) { return one.suppressed.empty(); }));
}

}  // namespace hearsay
