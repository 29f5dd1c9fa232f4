#include "score/settle.h"

#include <string>
#include <unordered_map>

#include "base/fingerprint.h"

namespace hearsay {
namespace {

using Things = std::unordered_map<std::uint64_t, std::uint32_t>;

/// Findings that count, then the unsure ones, numbered through.
Finding& finding_at(Scorecard& card, std::uint32_t index) {
  const std::size_t sure = card.findings.size();
  return index < sure ? card.findings[index] : card.perhaps[index - sure];
}

Things findings_of(Scorecard& card) {
  Things things;
  for (std::uint32_t f = 0; f < card.findings.size() + card.perhaps.size(); ++f) {
    if (const auto print = read_fingerprint(finding_at(card, f).fingerprint)) things.try_emplace(*print, f);
  }
  return things;
}

void meet_finding(const Things& findings, const Correction& one, CorrectionOutcome& outcome, Scorecard& card) {
  const auto at = findings.find(one.target);
  if (at == findings.end()) {
    outcome.why = "there is no such finding any more";
    return;
  }
  outcome.state = CorrectionState::met;
  outcome.thing = at->second;
  if (one.value != "settled") return;
  Finding& finding = finding_at(card, at->second);
  finding.suppressed = one.reason;
  finding.settled_by = one.by;
}

}  // namespace

void settle(Corrected& corrected, Scorecard& card) {
  if (corrected.all.empty()) return;
  const Things findings = findings_of(card);
  Things claims;
  for (std::uint32_t c = 0; c < card.claims.size(); ++c) claims.try_emplace(card.claims[c].fingerprint, c);
  for (std::uint32_t c = 0; c < corrected.all.size(); ++c) {
    const Correction& one = corrected.all[c];
    CorrectionOutcome& outcome = corrected.outcomes[c];
    if (outcome.state == CorrectionState::superseded) continue;
    if (one.kind == CorrectionKind::finding) {
      meet_finding(findings, one, outcome, card);
    } else if (one.kind == CorrectionKind::claim) {
      const auto at = claims.find(one.target);
      if (at == claims.end()) {
        outcome.why = "the article does not state this in these words any more";
        continue;
      }
      outcome.state = CorrectionState::met;
      outcome.thing = at->second;
    }
  }
}

}  // namespace hearsay
