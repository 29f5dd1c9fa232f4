// A chosen reading among the others of its article, and the features of that: by them the cue score is corrected. The
// features of the reading itself are in reading_features.h.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/span.h"
#include "evidence/frame.h"
#include "evidence/reading_features.h"

namespace hearsay {

/// A reading among the others of its article.
struct ReadingContext {
  float probability = 0;       // that its head is a cue, as the cue score has it
  float span_probability = 0;  // of its spans among all
  float covered = 0;           // the highest probability of another that has this head in its content
  float covered_source = 0;    // … in its source or cue
  float covers = 0;            // … that this one has in its content
};

/// The other kReadingTemplateCount - kChoiceTemplateCount.
template <class Sink>
void context_features(const Frame& head, const ReadingContext& context, Sink& sink) {
  const auto tenth = [](float p) { return static_cast<std::uint32_t>(p * 10); };
  const auto fifth = [](float p) { return static_cast<std::uint32_t>(p * 5); };
  const std::uint32_t covered = fifth(context.covered) + 6 * fifth(context.covered_source);
  sink(kReadingProbability, tenth(context.probability), head.surety);
  sink(kReadingCovered, tenth(context.covered), fifth(context.covered_source), fifth(context.probability));
  sink(kReadingCoveredStem, covered, head.stem);
  sink(kReadingCoveredOrder, covered, head.rule);
  sink(kReadingCovers, tenth(context.covers), fifth(context.probability), covered > 0 ? 1U : 0U);
  sink(kReadingCoversStem, fifth(context.covers), head.stem);
  sink(kReadingSpanProbability, tenth(context.span_probability), fifth(context.probability));
}

inline constexpr std::size_t kNearReadings = 12;  // how far readings are held against one another

/// What the others are to each: fills `covered`, `covered_source` and `covers`. Called with every reading of an
/// article, in order of head; looks at most kNearReadings readings away.
template <class Readings>
void relate_readings(const Readings& readings, std::span<ReadingContext> contexts) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const auto holds = [&](std::size_t j) {
      return std::any_of(readings[i].content.begin(), readings[i].content.end(),
                         [&](TokenRange range) { return range.contains(readings[j].head); });
    };
    const std::size_t end = std::min(readings.size(), i + kNearReadings + 1);
    for (std::size_t j = i > kNearReadings ? i - kNearReadings : 0; j < end; ++j) {
      if (j == i) continue;
      if (holds(j)) {
        contexts[j].covered = std::max(contexts[j].covered, contexts[i].probability);
        contexts[i].covers = std::max(contexts[i].covers, contexts[j].probability);
      }
      if (readings[i].source.contains(readings[j].head) || readings[i].cue.contains(readings[j].head))
        contexts[j].covered_source = std::max(contexts[j].covered_source, contexts[i].probability);
    }
  }
}

}  // namespace hearsay
