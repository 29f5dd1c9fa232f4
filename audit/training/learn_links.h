// Learns the weights of links from lessons: who is who is resolved again and again over each text, and at every mention
// whose entity is marked the weights are moved towards the marked one. The choice joined is the marked one, so that
// what comes later is learned on what is right before it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/feature_table.h"
#include "evidence/weights.h"
#include "pipeline.h"
#include "training/link_lesson.h"

namespace hearsay {

/// Chosen on halves of GAP's development part, each learned on the other.
struct LinkLearnOptions {
  std::uint32_t epochs = 30;
  float rate = 0.03F;           // AdaGrad step
  float l2 = 0.05F;             // on the weights that a decision moves
  float drop = 0.3F;            // share of an option's features that each visit leaves out, by lot
  std::uint32_t runs = 4;       // trainings in other orders; the mean of their weights is the mean of their scores
  std::uint32_t averaged = 12;  // last rounds of which the mean is taken
  std::uint32_t count = 8;      // decisions that a feature was seen in
  float sources_worth = 3;      // of a decision in labelled news, beside one elsewhere
  std::function<void(const std::string&)> progress;
};

/// An attribution whose source a reader told.
struct LabelledSource {
  std::uint32_t attribution = 0;
  std::vector<std::string> names;  // folded; none: nobody is told
  bool unnamed = false;            // somebody is, without a name
};

/// A lesson with the stages up to attributions run on it, once for all epochs.
struct PreparedLinks {
  Analysis analysis;
  std::vector<std::int32_t> label;  // per mention: entity of the annotation; 0 none of those marked; below 0 not told
  std::vector<LabelledSource> sources;
  bool whole = false;  // as in LinkLesson
  float worth = 1;
};
[[nodiscard]] PreparedLinks prepare_links(LinkLesson lesson, const Engine& engine);

/// Lower case, without marks and article: names that are equal so are one.
[[nodiscard]] std::string folded_name(std::string_view name, const LanguageWords& language);

/// Features and what they weigh as lines of links.tsv, in order of template and value; those of no weight are left out.
[[nodiscard]] std::vector<WeightLine> feature_rows(const FeatureTable& features, const std::vector<float>& weights);

/// The rows of links.tsv, in order of template and value. Deterministic for the same lessons in the same order.
[[nodiscard]] std::vector<WeightLine> learn_links(const std::vector<PreparedLinks>& lessons, const Engine& engine,
                                                  const LinkLearnOptions& options = {});

/// The rows that say how sure a source is: the labelled articles are resolved by `model`, whose links are learned, and
/// what comes out is held against the labels. To be added to the others.
[[nodiscard]] std::vector<WeightLine> learn_certainty(const std::vector<PreparedLinks>& lessons, const Engine& engine,
                                                      const Model& model);

}  // namespace hearsay
