// Learns what a careful editor would raise: for every thing that a check could be about, its facts and whether somebody
// marked it. One small logistic model per kind, its shrinkage chosen by articles that it did not see.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pipeline.h"
#include "score/gather.h"
#include "score/raise.h"
#include "training/editor_marks.h"

namespace hearsay {

/// A thing that a finding could be about, with what is known of it.
struct FindingLesson {
  FindingKind kind = FindingKind::other;
  std::uint32_t article = 0;
  FactRows rows{};
  std::shared_ptr<const GatheredFacts> gathered;  // that the rows are of; articles share it
  std::vector<std::string> words;                 // lower case: those of the sentences it is told in, each once
  double raised = 0;                              // the likelihood of the likeliest mark of its kind that touches it
};

/// The things of one article: what the default policy's checks hold for.
[[nodiscard]] std::vector<FindingLesson> finding_lessons(const Analysis& analysis, const Engine& engine,
                                                         const EditorMarks& marks, std::uint32_t article);

struct KindReport {
  FindingKind kind = FindingKind::other;
  std::size_t things = 0;
  double raised = 0;  // sum over the things
  double shrinkage = 0;
  double loss = 0, base = 0;   // log loss a thing, of articles not seen and of the mean alone
  std::vector<double> unseen;  // per lesson of the kind: likelihood by a model that did not see its article
};

struct LearnedFindings {
  RaiseModel model;
  std::vector<KindReport> kinds;
};

/// Deterministic. `folds` articles at a time are left out where shrinkage is chosen.
[[nodiscard]] LearnedFindings learn_findings(std::span<const FindingLesson> lessons, std::uint32_t folds = 8);

/// Proportions of measures that give the readers' grades best: least squares with a little shrinkage, none below 0.
/// Rows are articles; what does not apply is taken as 1. Scaled to a sum of 1.
[[nodiscard]] std::vector<double> learn_proportions(const std::vector<std::vector<double>>& values,
                                                    const std::vector<double>& grades);

}  // namespace hearsay
