// What decides whether a finding stops somebody: not suppressed in the text, not in the baseline, in a paragraph that
// was touched. One per run, asked by all threads.
#pragma once

#include <optional>

#include "report/findings/run.h"
#include "service/articles.h"
#include "service/baseline.h"
#include "service/touched.h"

namespace hearsay {

class Gate {
 public:
  /// Of the articles at `paths`. What is wrong with the baseline is reported. Throws Fatal as Baseline::read and
  /// Touched.
  Gate(const GateChoice& choice, const std::vector<std::string>& paths, Listener& listener);

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

/// What the check of an id looks at, why the policy asks, an example, how to silence it. Throws Fatal where
/// no policy has such a check.
[[nodiscard]] std::string explain_check(const Session& session, const std::string& id);

}  // namespace hearsay
