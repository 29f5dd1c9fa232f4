// Trains the whole model from annotated articles: words, tagger, stem rates, cue score, span model. Where a later stage
// learns from what an earlier one says, it hears it from a model that has not seen the article.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "evidence/hint.h"
#include "evidence/learning/gold.h"
#include "evidence/weights.h"

namespace hearsay {

struct LearnOptions {
  std::string corpus;            // a line for the files' headers; "" = counts only
  std::uint32_t threads = 2;     // the result does not depend on it
  std::uint32_t folds = 4;       // of whole articles, for what later stages hear
  std::uint32_t publishers = 3;  // a feature must be seen with so many (fewer where there are fewer)
  std::uint32_t word_count = 5;  // of a word that features may name
  std::uint32_t tag_epochs = 5;
  std::uint32_t tag_count = 4;  // of a tagger's feature
  float tag_least = 1.5F;       // weights of the tagger below are left out
  std::uint32_t cue_count = 3;
  std::uint32_t cue_epochs = 4;
  float cue_rate = 0.1F;  // FTRL alpha
  float cue_l1 = 4;
  float least_rate = 12;          // see ModelNumbers
  std::uint32_t span_count = 60;  // attributions that a span feature was seen with
  std::uint32_t span_epochs = 8;
  float span_rate = 0.03F;  // AdaGrad step
  float span_l2 = 1e-5F;
  float span_drop = 0.2F;            // share of a unit's features that each visit of it leaves out, by lot
  std::uint32_t reading_count = 25;  // labellings that a feature of whole readings was seen with
  std::uint32_t reading_epochs = 6;
  float reading_rate = 0.03F;
  float reading_l2 = 1e-5F;
  /// What the stages before tell of a lesson with these tags; none: learn without rules. Called by one thread.
  std::function<UpstreamHints(const Lesson&, const Tags&)> upstream;
  std::vector<std::string> rule_names;               // ids and families that features may name
  std::function<void(const std::string&)> progress;  // a line now and then
};

/// Deterministic to the byte for the same lessons in the same order. With no lessons the weights are empty but valid.
[[nodiscard]] Weights learn(const std::vector<Lesson>& lessons, const LearnOptions& options = {});

}  // namespace hearsay
