// A model of the evidence stage: what words are, and the weights of the tagger, the cue score and the span model.
// `Weights` is the form that people read (rules/en/evidence/*.tsv) and the learner writes; `Model` is the same compiled
// to tables in one block of memory, mapped from evidence.bin. A Model is immutable and shared by all threads.
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

inline constexpr std::size_t kSpanLabels = 8;  // none, then begin and inside of source, cue, content; content's end
inline constexpr std::size_t kMemories = 4;    // source seen * 2 + content seen
inline constexpr std::size_t kZones = 6;       // left of the head, the head, right of it; +3 at a sentence's start

/// Numbers that are no feature weights.
struct ModelNumbers {
  float cue_scale = 1.0F / 1024;  // of a cue weight's unit
  float span_scale = 1.0F / 1024;
  float reading_scale = 1.0F / 1024;
  float accept_slope = 1;  // of the cue score's log odds, beside what a whole reading says of its cue
  float accept_offset = 0;
  float reading_trust = 1;  // what the span model's log probability counts beside the features of a whole reading
  float cue_slope = 1;      // Platt: probability = 1 / (1 + exp(-(slope * score + offset)))
  float cue_offset = 0;
  float cue_threshold = 0.42F;  // probability from which a candidate is proposed
  float least_rate = 10;        // stems that head a cue less often (in 1/1000) are not scored
  std::array<float, kZones * kSpanLabels * kSpanLabels> transition{};  // [zone][from][to]
  std::array<float, kZones * kSpanLabels * kMemories> memory{};        // [zone][to][memory before the step]
  std::array<float, kMemories> final{};                                // [memory at the end]
};

/// A line of words.tsv.
struct WordLine {
  std::string word;     // lower case, ’ written as '
  Tag tag = Tag::none;  // its one tag, or none where the tagger must choose
  std::string stem;
  std::uint32_t count = 0;
};

/// A line of stems.tsv.
struct StemLine {
  std::string stem;
  std::uint16_t rate = 0;  // 1/1000
  std::uint32_t count = 0;
};

/// A line of tags.tsv, cues.tsv or spans.tsv: a feature and its weight for each label that has one.
struct WeightLine {
  std::uint32_t name = 0;  // index of the template
  std::string value;
  std::uint32_t count = 0;                                     // how often it was seen in training
  std::vector<std::pair<std::uint8_t, std::int16_t>> weights;  // by label; the cue score has the one label 0
};

struct Weights {
  std::string corpus;  // what it was learned from, in a line
  ModelNumbers numbers;
  std::vector<WordLine> words;
  std::vector<StemLine> stems;
  std::vector<WeightLine> tags, cues, spans, readings, links;
  std::string link_corpus;  // links are learned apart, from text that tells who is meant
};

/// What is known of a word; tag none and flag 0 for an unknown one.
struct WordFacts {
  std::uint32_t hash = 0;
  std::uint32_t stem = 0;
  std::uint16_t rate = 0;
  std::uint8_t tag = 0;
  std::uint8_t known = 0;  // 0: not in the table
};
struct StemFacts {
  std::uint32_t stem = 0;
  std::uint16_t rate = 0;
  std::uint16_t known = 0;
};
/// The features known to a model by perfect hashing: the upper bits of a key choose a turn, and the rest of it, turned
/// so, the slot in which its check stands, if it is known. So every look-up takes the same steps, without a branch.
struct KeyTable {
  std::span<const std::uint16_t> turns;   // a power of two
  std::span<const std::uint32_t> checks;  // by slot; 0 also where the slot is empty
  std::uint32_t shift = 63;               // of a key, for its turn
};
struct TagRow {
  std::int8_t weights[40] = {};  // by tag
};
static_assert(kTagCount <= 40);
struct CueRow {
  std::int32_t weight = 0;
};
struct ReadingRow {
  std::int16_t choose = 0, accept = 0;  // for this reading among others; for there being a cue
};
/// In 1/256 of a log-odds.
struct LinkRow {
  std::int16_t weight = 0;
};
inline constexpr float kLinkUnit = 1.0F / 256;
struct SpanRow {
  std::int16_t weights[8] = {};  // by label, at most kMostSpanWeight to either side
};
inline constexpr std::int16_t kMostSpanWeight = 1023;
inline constexpr std::size_t kSafeSum = 32;  // so many rows add up in 16 bits
static_assert(kSafeSum * kMostSpanWeight <= 32767);

[[nodiscard]] constexpr std::uint32_t check_of(FeatureKey key) {
  return static_cast<std::uint32_t>(key >> 18U);
}
[[nodiscard]] constexpr std::size_t slot_of(std::uint32_t check, std::uint32_t turn, std::size_t slots) {
  return static_cast<std::size_t>((std::uint64_t{check * (2 * turn + 1)} * slots) >> 32U);
}

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
  KeyTable tag_keys, cue_keys, span_keys, reading_keys, link_keys;
  // By row_of: a row to a slot after row 0, which is empty.
  std::span<const TagRow> tag_rows;
  std::span<const CueRow> cue_rows;
  std::span<const ReadingRow> reading_rows;
  std::span<const SpanRow> span_rows;
  std::span<const LinkRow> link_rows;
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

/// The row of a key, or 0, the empty row: adding nothing costs less than asking whether a feature is known.
[[nodiscard]] inline std::size_t row_of(const KeyTable& table, FeatureKey key) {
  const std::uint32_t check = check_of(key);
  const std::size_t slot = slot_of(check, table.turns[key >> table.shift], table.checks.size());
  return (slot + 1) & (std::size_t{0} - std::size_t{table.checks[slot] == check});
}

}  // namespace hearsay
