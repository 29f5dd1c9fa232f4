// A model of the evidence stage: what words are, and the weights of the tagger, the cue score and the span model.
// `Weights` is the form that people read (rules/en/evidence/*.tsv) and the learner writes; `Model` is the same compiled
// to tables in one block of memory, mapped from evidence.bin. A Model is immutable and shared by all threads.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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
  std::vector<WeightLine> tags, cues, spans, readings;
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
/// The features known to a model, four to a bucket; filled from the front, 0 is an empty place. A bucket that is full
/// goes on in the next one.
struct KeyBucket {
  std::uint32_t checks[4] = {};
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
struct SpanRow {
  std::int16_t weights[8] = {};  // by label
};

[[nodiscard]] constexpr std::uint32_t check_of(FeatureKey key) {
  return static_cast<std::uint32_t>(key >> 32U) | 1U;
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
  std::span<const KeyBucket> tag_keys, cue_keys, span_keys, reading_keys;
  // By row_of: four rows to a bucket after row 0, which is empty.
  std::span<const TagRow> tag_rows;
  std::span<const CueRow> cue_rows;
  std::span<const ReadingRow> reading_rows;
  std::span<const SpanRow> span_rows;
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

/// 1 … 4 where the bucket holds the check, else 0.
[[nodiscard]] inline std::uint32_t place_of(const KeyBucket& bucket, std::uint32_t check) {
#if defined(__SSE2__)
  const __m128i checks = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket.checks));
  const __m128i same = _mm_cmpeq_epi32(checks, _mm_set1_epi32(static_cast<int>(check)));
  const auto bits = static_cast<std::uint32_t>(_mm_movemask_ps(_mm_castsi128_ps(same)));
  return bits == 0 ? 0U : static_cast<std::uint32_t>(std::countr_zero(bits)) + 1U;
#else
  const std::uint32_t(&checks)[4] = bucket.checks;
  return (checks[0] == check ? 1U : 0U) | (checks[1] == check ? 2U : 0U) | (checks[2] == check ? 3U : 0U) |
         (checks[3] == check ? 4U : 0U);
#endif
}

/// The row of a key, or 0, the empty row: adding nothing costs less than asking whether a feature is known.
[[nodiscard]] inline std::size_t row_of(std::span<const KeyBucket> buckets, FeatureKey key) {
  const std::size_t mask = buckets.size() - 1;
  const std::uint32_t check = check_of(key);
  for (std::size_t at = key & mask;; at = (at + 1) & mask) {
    const std::uint32_t place = place_of(buckets[at], check);
    if (place != 0 || buckets[at].checks[3] == 0) [[likely]] {
      return place == 0 ? 0 : at * 4 + place;
    }
  }
}

}  // namespace hearsay
