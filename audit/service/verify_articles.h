// One draft held against originals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/verification/verification_report.h"
#include "service/choices.h"
#include "service/listener.h"
#include "service/originals.h"

namespace hearsay {

struct VerifyChoice {
  std::string draft;  // path; "-": standard input
  OriginalsChoice originals;
};

/// Nothing where the draft cannot be read, which the listener is told. Throws Fatal as open_session, and where no
/// originals are given.
[[nodiscard]] std::optional<VerificationReport> verify_article(const VerifyChoice& choice,
                                                               const SettingsChoice& settings, Listener& listener);

/// The same of a draft that is at hand, against originals that are, as they were read.
[[nodiscard]] VerificationReport verify_documents(const Analysis& draft, std::vector<Document> originals,
                                                  const Session& session);

/// Whether the policy calls something an error.
[[nodiscard]] bool has_errors(const VerificationReport& report);

}  // namespace hearsay
