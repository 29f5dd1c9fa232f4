#include "report/worst_first.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "report/findings/run.h"
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
  std::set<std::string> named, unnamed;
  std::size_t nobody = 0;
  for (const ReportAttribution& attribution : report.attributions) {
    if (!attribution.statement) continue;
    if (attribution.source.empty()) {
      ++nobody;
      continue;
    }
    for (const ReportSource& source : report.sources) {
      if (source.id != attribution.source) continue;
      const bool somebody = source.kind == "named-person" || source.kind == "named-organisation" ||
                            source.kind == "media" || source.kind == "document";
      if (source.anonymous)
        unnamed.insert(source.id);
      else if (somebody)
        named.insert(source.id);
    }
  }
  std::string told =
      fmt::format("{} under a name, {} without one", counted(named.size(), "voice", "voices"), unnamed.size());
  if (nobody != 0) told += fmt::format(", {} by nobody", counted(nobody, "statement", "statements"));
  return told + ".";
}

}  // namespace hearsay
