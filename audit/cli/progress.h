// How far a run is, for people at a terminal: "1,204 articles · 35.1 of 92.0 MB · 310/s · 9.1 MB/s · 6 s left".
// Nothing in a pipe and nothing with --quiet. The only place that looks at a clock; no result depends on it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/listener.h"

namespace hearsay {

/// Of a run so far.
struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t failures = 0;
  std::uint64_t bytes = 0;  // of input, compressed as it is
  std::uint64_t total = 0;  // bytes of all input; 0: not known
  double seconds = 0;
};

[[nodiscard]] std::string progress_line(const ProgressState& state);

class Progress {
 public:
  /// The sizes of all files below `paths` are added up first.
  explicit Progress(const std::vector<std::string>& paths);

  /// What to show now: something at most ten times a second.
  [[nodiscard]] std::optional<std::string> line(const RunStep& step);

 private:
  using Clock = std::chrono::steady_clock;
  ProgressState state_;
  Clock::time_point begun_;
  Clock::time_point shown_;
};

}  // namespace hearsay
