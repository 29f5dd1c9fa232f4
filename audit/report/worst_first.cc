#include "report/worst_first.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "report/findings/run.h"
#include "report/index.h"
#include "report/plain.h"

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

std::string voices_told(const Report& report) {
  const ReportIndex index(report);
  const std::size_t nobody = index.passages_of(Tone::none);
  std::string told =
      fmt::format("{} named, {} not named", counted(index.sources_of(is_named).size(), "source", "sources"),
                  index.sources_of(is_anonymous).size());
  if (nobody != 0) told += fmt::format(", {} without a source", counted(nobody, "claim", "claims"));
  return told + ".";
}

}  // namespace hearsay
