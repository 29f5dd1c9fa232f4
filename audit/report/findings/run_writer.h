// Writes a run in one of the forms that tools read: SARIF 2.1.0, JUnit, Checkstyle, GitHub's workflow commands, CSV, or
// lines as a compiler prints them. Nothing an article holds can leave its field.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/findings/run.h"
#include "report/formats.h"
#include "report/report.h"

namespace hearsay {

/// Of a run: begin(), then add() of each piece in order, then end(). The pieces themselves may be made by any thread.
class RunWriter {
 public:
  /// `version` is the program's.
  RunWriter(const RunFormat& format, std::string version) : format_(format), version_(std::move(version)) {}

  /// What an article's findings are in this form; "" where it says nothing of an article without any.
  [[nodiscard]] std::string piece(const Report& report, const RunPolicy& policy) const;
  /// Of what could not be read.
  [[nodiscard]] std::string piece(const RunProblem& problem) const;

  /// The words that go out first, then for each piece, and last. `policies` are those that judged; of two checks with
  /// one id the first is described.
  [[nodiscard]] std::string begin() const;
  [[nodiscard]] std::string add(const std::string& piece);
  [[nodiscard]] std::string end(const std::vector<RunPolicy>& policies, std::size_t failures,
                                RunEnding ending = RunEnding::whole);

 private:
  [[nodiscard]] std::string add_commands(const std::string& piece);

  const RunFormat& format_;  // a row of run_formats
  std::string version_;
  bool any_ = false;
  std::map<char, std::size_t> commands_;  // GitHub: seen so far, by the first letter of the command
};

/// GitHub shows so many annotations of each kind for one step of a job.
inline constexpr std::size_t kMostAnnotations = 10;

/// Why the policy asks, what it rests on and how to silence it, for people; "" where the check has no words.
[[nodiscard]] std::string check_help(const RunCheck& check);

}  // namespace hearsay
