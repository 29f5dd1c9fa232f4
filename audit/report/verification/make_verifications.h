// From what verify/ found to the view model: bytes become code points, a class gets the policy's severity, and what is
// graver than allowed becomes a finding.
#pragma once

#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "report/report.h"
#include "score/policy.h"
#include "verify/verification.h"

namespace hearsay {

/// `document` is the draft's. Of indirect words nothing is graver than a warning.
[[nodiscard]] std::vector<ReportVerification> make_verifications(const Document& document,
                                                                 std::span<const Verification> verifications,
                                                                 const QuotationSeverities& severities);

/// One finding per verification that the policy does not allow, put in text order among the report's own; the report's
/// verifications are set.
void add_verifications(const Document& document, std::vector<ReportVerification> verifications, Report& report);

/// "error: a number is changed (number-changed); minutes.txt, line 3", for people.
[[nodiscard]] std::string verification_message(const ReportVerification& verification);

}  // namespace hearsay
