// From one article's annotation and prediction to a row of a run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "evaluate/run.h"
#include "rules/program.h"

namespace hearsay {

/// What the program knows of an attribution beside its spans.
struct PredictedFacts {
  std::string rule;
  std::uint32_t entry = 0;  // for Lexicons::entry, or kNone
  std::uint32_t traits = 0;
  double confidence = 0;
};

struct ArticleInput {
  std::string id;
  std::string path;
  std::string_view text;       // UTF-8
  std::string_view gold;       // standoff
  std::string gold_path;       // for messages
  std::string_view predicted;  // standoff; its events are those of `facts`, in order
  std::vector<PredictedFacts> facts;
};

/// Complaints are about the annotation.
[[nodiscard]] ArticleRun judge_article(const ArticleInput& input, const Program& program, Diagnostics& diagnostics);

}  // namespace hearsay
