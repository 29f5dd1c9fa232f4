#include "report/findings/write_findings_csv.h"

#include <array>

#include "report/csv.h"
#include "report/findings/run_place.h"
#include "report/index.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

std::string number(std::uint32_t value) {
  return value == 0 ? std::string() : std::to_string(value);
}

}  // namespace

std::string findings_csv_head() {
  const std::array<std::string, 15> names = {"path",  "line",    "column", "paragraph",  "severity",
                                             "check", "message", "words",  "source",     "source_kind",
                                             "title", "outlet",  "why",    "suppressed", "fingerprint"};
  std::string out;
  append_csv_row(out, names);
  return out;
}

std::string findings_csv_rows(const Report& report) {
  std::string out;
  if (report.findings.empty()) return out;
  const TextIndex text(report.text);
  const ReportIndex index(report);
  for (const ReportFinding& finding : report.findings) {
    const RunRegion region = region_of(finding, text);
    const ReportAttribution* attribution =
        finding.attributions.empty() ? nullptr : index.attribution(finding.attributions.front());
    const ReportSource* source = attribution == nullptr ? nullptr : index.source(attribution->source);
    const std::array<std::string, 15> row = {shown_path(report.path),
                                             number(region.line),
                                             number(region.column),
                                             number(region.paragraph),
                                             finding.severity,
                                             finding.check,
                                             finding.message,
                                             region.words,
                                             source == nullptr ? "" : source->name,
                                             source == nullptr ? "" : source->kind,
                                             report.title,
                                             report.outlet,
                                             finding.why,
                                             finding.suppressed,
                                             finding.fingerprint};
    append_csv_row(out, row);
  }
  return out;
}

}  // namespace hearsay
