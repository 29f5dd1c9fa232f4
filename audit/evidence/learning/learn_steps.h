// The steps of learn(), each in a file of its own.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "evidence/feature_table.h"
#include "evidence/frame.h"
#include "evidence/learning/learn.h"
#include "evidence/weights_text.h"

namespace hearsay {

/// What all steps share.
struct Lessons {
  const std::vector<Lesson>& all;
  const LearnOptions& options;
  std::vector<std::uint32_t> publisher;  // per lesson, numbered by name
  std::uint32_t least_publishers = 1;
  std::vector<std::uint32_t> fold;                              // per lesson
  std::unordered_map<std::uint32_t, std::string> words, stems;  // by hash, for writing values
  std::unordered_set<std::uint32_t> cue_stems;  // of words that are no names: only these may head cues by themselves

  [[nodiscard]] WordNamer word_namer() const {
    return [this](std::uint32_t hash) { return name_in(words, hash); };
  }
  [[nodiscard]] WordNamer stem_namer() const {
    return [this](std::uint32_t hash) { return name_in(stems, hash); };
  }
  [[nodiscard]] static const std::string* name_in(const std::unordered_map<std::uint32_t, std::string>& names,
                                                  std::uint32_t hash) {
    const auto at = names.find(hash);
    return at == names.end() ? nullptr : &at->second;
  }
};

/// The head of each gold cue by the tags: its first verb that is no auxiliary, else its first noun, else its first
/// verb, else its first token; kNone without a cue.
[[nodiscard]] std::uint32_t head_of(const Text& text, const Tags& tags, const GoldAttribution& gold);

/// Fills weights.words; names for words and stems in `lessons`.
void learn_words(Lessons& lessons, Weights& weights);

/// Trains the tagger on all lessons whose fold is not `without` (kNone: on all). `model` has the words.
[[nodiscard]] std::vector<WeightLine> learn_tags(const Lessons& lessons, const Model& model, std::uint32_t without);

/// Frames of each lesson, with rates from the other folds, and the heads of its gold.
struct Framed {
  std::vector<Frames> frames;
  std::vector<std::vector<std::uint32_t>> heads;
  std::vector<Hints> hints;
};

/// How often a stem stands outside quotations, and heads a cue there.
struct StemCount {
  std::uint32_t cues = 0, all = 0;
  std::uint32_t publishers = 0;  // of the cues, a bit each, modulo 32
  void add(bool is_cue, std::uint32_t publisher) {
    ++all;
    if (!is_cue) return;
    ++cues;
    publishers |= 1U << (publisher % 32);
  }
  /// In 1/1000; 0 for what was seen as a cue once only, or with too few publishers.
  [[nodiscard]] std::uint16_t rate(std::uint32_t least_publishers) const;
};
using StemCounts = std::unordered_map<std::uint32_t, StemCount>;  // by hash

/// Trains the cue score on all lessons but a fold.
[[nodiscard]] std::vector<WeightLine> learn_cues(const Lessons& lessons, const Framed& framed,
                                                 const ModelNumbers& numbers, std::uint32_t without);

/// Trains the span model on all lessons but a fold; fills the span numbers.
[[nodiscard]] std::vector<WeightLine> learn_spans(const Lessons& lessons, const Framed& framed, ModelNumbers& numbers,
                                                  std::uint32_t without);

/// Trains the choice among the likeliest readings. `models` by fold: one whose spans were trained without it. Fills
/// the reading numbers.
[[nodiscard]] std::vector<WeightLine> learn_readings(const Lessons& lessons, const Framed& framed,
                                                     const std::vector<std::vector<float>>& cues,
                                                     const std::vector<Model>& models, ModelNumbers& numbers);

/// Rows in the order of the files: by template, then value; rows without a name for their value are dropped.
[[nodiscard]] std::vector<WeightLine> named_rows(
    const Lessons& lessons, std::span<const FeatureTemplate> templates, const FeatureTable& table,
    const std::vector<std::vector<std::pair<std::uint8_t, std::int16_t>>>& weights);

}  // namespace hearsay
