// Of one draft held against originals: what a report of it shows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/report.h"

namespace hearsay {

struct VerificationReport {
  std::string article, title;  // id and title of the draft
  std::string policy, policy_name;
  std::size_t originals = 0;            // that were read
  std::vector<std::string> missing;     // paths of those without text, or that could not be read
  std::vector<ReportVerification> all;  // in text order
};

/// How many have this severity ("": are allowed).
[[nodiscard]] std::size_t count_severity(const VerificationReport& report, const std::string& severity);

}  // namespace hearsay
