// What decides whether a finding stops somebody: not suppressed in the text, not in the baseline, in a paragraph that
// was touched. One per run, asked by all threads.
#pragma once

#include <optional>

#include "cli/articles.h"
#include "cli/baseline.h"
#include "cli/touched.h"
#include "report/findings/run.h"

namespace hearsay {

class Gate {
 public:
  /// What the command line asks for. Throws Fatal as Baseline::read and Touched.
  Gate(const CommandLine& line, Console& console);

  /// Takes out of the report of `document` what is not to be shown, and counts.
  void apply(Report& report, const Document& document, FailOn fail_on, Outcome& outcome) const;

  /// "3 suppressed, 12 old ones hidden …" for people; "" where there is nothing to say.
  [[nodiscard]] std::string told(const GateCounts& counts) const;

 private:
  std::optional<Baseline> baseline_;
  std::optional<Touched> touched_;
};

/// A policy in words, with what fails.
[[nodiscard]] RunPolicy run_policy(const Session& session);

/// check --explain ID: what the check looks at, why the policy asks, an example, how to silence it. Throws Fatal where
/// no policy has such a check.
[[nodiscard]] std::string explain_check(const Session& session, const std::string& id);

}  // namespace hearsay
