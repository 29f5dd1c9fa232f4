// GitHub's workflow commands, one finding a line, and the table of a job's summary.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "report/findings/run.h"
#include "report/report.h"

namespace hearsay {

/// "::warning file=…,line=…::message" of each finding that counts.
[[nodiscard]] std::string github_commands(const Report& report);
[[nodiscard]] std::string github_commands(const RunProblem& problem);

/// A table of the findings for people, bounded whatever the run: what is left out is counted.
class RunSummary {
 public:
  void add(const Report& report);
  /// GitHub-flavoured Markdown; nothing of an article can break out of its cell.
  [[nodiscard]] std::string markdown() const;

 private:
  std::string rows_;
  std::size_t shown_ = 0, findings_ = 0, articles_ = 0;
  std::map<std::string, std::size_t> counts_;  // by severity
};

}  // namespace hearsay
