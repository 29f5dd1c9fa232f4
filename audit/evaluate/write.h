// A run for people and for programs: text, tab-separated rows, JSON; and the run itself as a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "evaluate/run.h"

namespace hearsay {

struct EvaluationOptions {
  std::size_t misses = 0;  // how many are shown
  std::size_t wrong = 0;
  std::size_t rows = 40;  // of the tables by rule and by cue, in text
};

[[nodiscard]] std::string evaluation_text(const Run& run, const EvaluationOptions& options);
/// One row a line: table, key, then numbers under the names of the first line; "-" where a table has no such number.
[[nodiscard]] std::string evaluation_tsv(const Run& run, const EvaluationOptions& options);
[[nodiscard]] std::string evaluation_json(const Run& run, const EvaluationOptions& options);

/// The whole run as JSON ("hearsay.run/1"), so that it can be compared later.
[[nodiscard]] std::string run_json(const Run& run);
/// Reads it back. Throws Fatal, naming `path`, where it is no such file.
[[nodiscard]] Run read_run(std::string_view bytes, const std::string& path);

/// What changed from `before` to `after`: figures, then attributions found and lost, predictions that are new or gone
/// (`misses` and `wrong` bound how many are shown).
[[nodiscard]] std::string difference_text(const Run& before, const Run& after, const EvaluationOptions& options);

}  // namespace hearsay
