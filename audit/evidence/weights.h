// A model of the evidence stage: what words are, and the weights of the tagger, the cue score and the span model. `Weights` is
// the form that people read (rules/en/evidence/*.tsv) and the learner writes; `Model` is the same compiled to tables in one
// block of memory, mapped from evidence.bin. A Model is immutable and shared by all threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evidence/feature.h"
#include "tokens/tag.h"

namespace hearsay {

inline constexpr std::size_t kSpanLabels = 7;  // none, then begin and inside of source, cue, content
inline constexpr std::size_t kZones = 6;       // left of the head, the head, right of it; +3 at a sentence's start

/// Numbers that are no feature weights.
struct ModelNumbers {
  float cue_scale = 1.0F / 1024;   // of a cue weight's unit
  float span_scale = 1.0F / 1024;
  float cue_slope = 1;             // Platt: probability = 1 / (1 + exp(-(slope * score + offset)))
  float cue_offset = 0;
  float cue_threshold = 0.42F;     // probability from which a candidate is proposed
  float least_rate = 10;           // stems that head a cue less often (in 1/1000) are not scored
  std::array<float, kZones * kSpanLabels * kSpanLabels> transition{};  // [zone][from][to]
  std::array<float, kZones * kSpanLabels * 6> memory{};  // [zone][to][source seen * 3 + contents seen], before the step
  std::array<float, 6> final{};                          // [source seen * 3 + contents seen]
};

/// A line of words.tsv.
struct WordLine {
  std::string word;         // lower case, ’ written as '
  Tag tag = Tag::none;      // its one tag, or none where the tagger must choose
  std::string stem;
  std::uint32_t count = 0;
};

/// A line of stems.tsv.
struct StemLine {
  std::string stem;
  std::uint16_t rate = 0;   // 1/1000
  std::uint32_t count = 0;
};

/// A line of tags.tsv, cues.tsv or spans.tsv: a feature and its weight for each label that has one.
struct WeightLine {
  std::uint32_t name = 0;   // index of the template
  std::string value;
  std::uint32_t count = 0;  // how often it was seen in training
  std::vector<std::pair<std::uint8_t, std::int16_t>> weights;  // by label; the cue score has the one label 0
};

struct Weights {
  std::string corpus;       // what it was learned from, in a line
  ModelNumbers numbers;
  std::vector<WordLine> words;
  std::vector<StemLine> stems;
  std::vector<WeightLine> tags, cues, spans;
};

/// What is known of a word; tag none and flag 0 for an unknown one.
struct WordFacts {
  std::uint32_t hash = 0;
  std::uint32_t stem = 0;
  std::uint16_t rate = 0;
  std::uint8_t tag = 0;
  std::uint8_t known = 0;
};
struct StemFacts {
  std::uint32_t stem = 0;
  std::uint16_t rate = 0;
  std::uint16_t known = 0;
};
struct TagSlot {
  std::uint32_t check = 0;  // 0: empty
  std::uint32_t begin_count = 0;  // begin << 8 | count, into tag_weights
};
struct TagWeight {
  std::uint16_t tag = 0;
  std::int16_t weight = 0;
};
struct CueSlot {
  std::uint32_t check = 0;
  std::int32_t weight = 0;
};
struct SpanSlot {
  std::uint32_t check = 0;
  std::int16_t weights[8] = {};
};

[[nodiscard]] constexpr std::uint32_t check_of(FeatureKey key) { return static_cast<std::uint32_t>(key >> 32U) | 1U; }

/// Owns the bytes a Model points into: a mapped file or a vector.
class ModelStorage {
 public:
  ModelStorage() = default;
  ModelStorage(const ModelStorage&) = delete;
  ModelStorage& operator=(const ModelStorage&) = delete;
  virtual ~ModelStorage() = default;
};

struct Model {
  // Open addressing, sizes are powers of two with at least one slot empty.
  std::span<const WordFacts> words;
  std::span<const StemFacts> stems;
  std::span<const TagSlot> tag_slots;
  std::span<const TagWeight> tag_weights;
  std::span<const CueSlot> cue_slots;
  std::span<const SpanSlot> span_slots;
  const ModelNumbers* numbers = nullptr;  // null: no model; every stage then returns nothing
  std::unique_ptr<const ModelStorage> storage;

  [[nodiscard]] bool empty() const { return numbers == nullptr; }
  [[nodiscard]] const WordFacts& word(std::uint32_t hash) const {
    const std::size_t mask = words.size() - 1;
    std::size_t at = hash & mask;
    while (words[at].known != 0 && words[at].hash != hash) at = (at + 1) & mask;
    return words[at];
  }
  [[nodiscard]] const StemFacts& stem(std::uint32_t hash) const {
    const std::size_t mask = stems.size() - 1;
    std::size_t at = hash & mask;
    while (stems[at].known != 0 && stems[at].stem != hash) at = (at + 1) & mask;
    return stems[at];
  }
};

/// The slot of a key, or null.
template <class Slot>
[[nodiscard]] const Slot* find_slot(std::span<const Slot> slots, FeatureKey key) {
  const std::size_t mask = slots.size() - 1;
  const std::uint32_t check = check_of(key);
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    if (slots[at].check == check) return &slots[at];
    if (slots[at].check == 0) return nullptr;
  }
}

}  // namespace hearsay
