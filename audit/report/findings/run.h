// A run over many articles as one document: a head, a piece per article, a tail. Pieces are made by any thread and
// joined in the order of the input, so that nothing grows with the archive. What is said of one article alone is
// report.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

/// A check of a policy in words.
struct RunCheck {
  std::string id;
  std::string severity;  // error, warning, note
  std::string title, means, why;
  std::string page;  // what it rests on, or ""
};

/// What a policy asks, for those who write a run.
struct RunPolicy {
  std::string id, name;
  std::vector<RunCheck> checks;
  int fails_from = 2;  // findings this grave or graver are failures: 0 note, 1 warning, 2 error, 3 none
};

/// An article that could not be read, or a stretch of one.
struct RunProblem {
  std::string path;
  std::uint32_t line = 0;  // from 1; 0: unknown
  std::string message;
};

/// A run that a signal ended has not looked at the articles behind.
enum class RunEnding : std::uint8_t { whole, interrupted };

/// 0 note, 1 warning, 2 error.
[[nodiscard]] int severity_rank(const std::string& severity);

}  // namespace hearsay
