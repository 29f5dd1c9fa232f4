#include "report/mark_corrected.h"

#include <string_view>
#include <unordered_map>

#include "base/fingerprint.h"

namespace hearsay {
namespace {

template <class Item>
std::unordered_map<std::string_view, Item*> by_id(std::vector<Item>& items) {
  std::unordered_map<std::string_view, Item*> all;
  for (Item& item : items) all.try_emplace(item.id, &item);
  return all;
}

/// Null where nothing has this id.
template <class Item>
Item* at(const std::unordered_map<std::string_view, Item*>& all, std::string_view id) {
  const auto found = all.find(id);
  return found == all.end() ? nullptr : found->second;
}

}  // namespace

void mark_corrected(Report& report) {
  if (report.corrections.empty()) return;
  const auto attributions = by_id(report.attributions);
  const auto sources = by_id(report.sources);
  const auto claims = by_id(report.claims);
  std::unordered_map<std::string, const Correction*> settled;  // by fingerprint
  for (const ReportCorrection& one : report.corrections) {
    if (one.state != "met") continue;
    const std::string words = "as corrected by " + one.said.by;
    switch (one.said.kind) {
      case CorrectionKind::reading:
      case CorrectionKind::source:
        if (ReportAttribution* attribution = at(attributions, one.of)) attribution->corrected = words;
        break;
      case CorrectionKind::named:
      case CorrectionKind::source_kind:
        if (ReportSource* source = at(sources, one.of)) source->corrected = words;
        break;
      case CorrectionKind::claim:
        if (ReportClaim* claim = at(claims, one.of)) {
          claim->check = {.status = one.said.value,
                          .by = one.said.by,
                          .at = one.said.at,
                          .note = one.said.reason,
                          .evidence = one.said.evidence};
        }
        break;
      case CorrectionKind::finding:
        if (one.said.value == "settled") settled.try_emplace(fingerprint_text(one.said.target), &one.said);
        break;
    }
  }
  for (auto* findings : {&report.findings, &report.perhaps}) {
    for (ReportFinding& finding : *findings) {
      const auto found = settled.find(finding.fingerprint);
      if (found == settled.end()) continue;
      finding.settled_by = found->second->by;
      finding.suppressed = found->second->reason;
    }
  }
}

}  // namespace hearsay
