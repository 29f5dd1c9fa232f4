// Findings as diagnostics of the protocol.
#include <fmt/format.h>

#include <algorithm>

#include "lsp/answers.h"
#include "report/plain.h"

namespace hearsay {
namespace {

// Of the protocol: 1 error, 2 warning, 3 information.
int severity_number(std::string_view severity) {
  return severity == "error" ? 1 : severity == "warning" ? 2 : 3;
}

Json at_the_top() {
  return range_json(PositionIndex("", PositionEncoding::utf32), {});
}

/// Where the source of the finding's first attribution is first mentioned.
Json related_of(const LspDocument& document, const ReportFinding& finding) {
  Json related = Json::array();
  const Report& report = document.audit->report();
  for (const std::string& id : finding.attributions) {
    const auto attribution = std::find_if(report.attributions.begin(), report.attributions.end(),
                                          [&](const ReportAttribution& one) { return one.id == id; });
    if (attribution == report.attributions.end()) continue;
    const auto source = std::find_if(report.sources.begin(), report.sources.end(),
                                     [&](const ReportSource& one) { return one.id == attribution->source; });
    if (source == report.sources.end() || source->mentions.empty()) continue;
    const Span place = document.audit->place(source->mentions.front());
    if (place.empty() || place.overlaps(document.audit->hull(finding.span))) continue;
    related.push_back({{"location", {{"uri", document.uri}, {"range", range_json(document.audit->positions(), place)}}},
                       {"message", one_line(source->name) + ": first mentioned here"}});
    break;
  }
  return related;
}

}  // namespace

Json diagnostic_of(const LspDocument& document, const ReportFinding& finding, const LspClient& client) {
  Json json{{"range", range_json(document.audit->positions(), document.audit->hull(finding.span))},
            {"severity", severity_number(finding.severity)},
            {"code", finding.check},
            {"source", "hearsay"},
            {"message", one_line(finding.message)},
            {"data", {{"fingerprint", finding.fingerprint}}}};
  if (finding.page.starts_with("http")) json["codeDescription"] = {{"href", finding.page}};
  if (client.related) {
    if (Json related = related_of(document, finding); !related.empty()) json["relatedInformation"] = std::move(related);
  }
  return json;
}

Json diagnostics_of(const LspDocument& document, const LspClient& client) {
  Json diagnostics = Json::array();
  if (!document.problem.empty()) {
    diagnostics.push_back(
        {{"range", at_the_top()}, {"severity", 1}, {"source", "hearsay"}, {"message", one_line(document.problem)}});
  }
  if (!document.remark.empty()) {
    diagnostics.push_back({{"range", at_the_top()},
                           {"severity", 2},
                           {"code", "originals"},
                           {"source", "hearsay"},
                           {"message", one_line(document.remark)}});
  }
  if (!document.audit) return diagnostics;
  if (const Report& report = document.audit->report(); !is_audited(report)) {
    diagnostics.push_back({{"range", at_the_top()},
                           {"severity", 3},
                           {"code", "not-audited"},
                           {"source", "hearsay"},
                           {"message", one_line(report.withheld)}});
  }
  for (const ReportFinding& finding : document.audit->report().findings) {
    if (finding.suppressed.empty()) diagnostics.push_back(diagnostic_of(document, finding, client));
  }
  return diagnostics;
}

}  // namespace hearsay
