// Runs the examples that rules carry: each through the whole pipeline, against the whole pack (rules/README.md,
// "Examples").
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline.h"

namespace hearsay {

struct ExampleResults {
  std::size_t rules = 0;  // whose examples were run
  std::size_t examples = 0;
  std::size_t failed = 0;   // examples with at least one diagnostic
  Diagnostics diagnostics;  // an error per thing that came out otherwise, with the place of the example
};

/// Of the rules whose id begins with one of `ids`; of all where it is empty.
[[nodiscard]] ExampleResults run_examples(const Engine& engine, const std::vector<std::string>& ids = {});

}  // namespace hearsay
