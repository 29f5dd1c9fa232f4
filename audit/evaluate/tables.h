// A run by rule, by cue, by order and by type, and how well its confidence holds.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "evaluate/run.h"

namespace hearsay {

struct TableRow {
  std::string key;          // id of a rule, lemma of a cue …
  std::uint64_t fired = 0;  // predicted
  std::uint64_t right = 0;  // … and a reader marked it: the cues overlap
  std::uint64_t full = 0;   // … with this source and content
  std::uint64_t gold = 0;   // annotated; 0 in the table by rule
  std::uint64_t found = 0;  // … and found
};

/// The commonest first (by fired + annotated), then by key.
using RunTable = std::vector<TableRow>;

struct Tables {
  RunTable rule;
  RunTable cue;
  RunTable order;
  RunTable type;
};
[[nodiscard]] Tables tables_of(const Run& run);

inline constexpr std::size_t kBins = 10;

/// Predictions whose confidence lies in [low, low + 1/10); 1 lies in the last.
struct Bin {
  std::uint64_t count = 0;
  double confidence = 0;  // sum
  std::uint64_t right = 0;
  std::uint64_t full = 0;
};
struct Calibration {
  std::array<Bin, kBins> bins{};
  double error = 0;       // expected calibration error of "a reader marks it"
  double error_full = 0;  // … of "a reader marks it with this source and content"
};
[[nodiscard]] Calibration calibration_of(const Run& run);

/// A judged attribution and where it stands.
struct Located {
  const ArticleRun* article = nullptr;
  const Judged* judged = nullptr;
  std::uint64_t times = 0;  // misses: how many of its cue are missed in the run
};

/// Annotated and not found; the cues that are missed most often first, at most `most`.
[[nodiscard]] std::vector<Located> worst_misses(const Run& run, std::size_t most);
/// Predicted and not right, or not fully; the surest first, at most `most`.
[[nodiscard]] std::vector<Located> worst_wrong(const Run& run, std::size_t most);

}  // namespace hearsay
