// Source, cue and content of an accepted cue: the most probable labelling of the text around it that the rules' masks
// allow.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/span.h"
#include "evidence/evidence.h"
#include "evidence/frame.h"
#include "evidence/reading_features.h"
#include "evidence/span_lattice.h"
#include "evidence/span_window.h"
#include "evidence/weights.h"
#include "tokens/token.h"

namespace hearsay {

struct SpanReading {
  TokenRange source;                // empty: none
  TokenRange cue;                   // empty only where `feasible` is false
  std::vector<TokenRange> content;  // in text order, disjoint
  float probability = 0;            // of this labelling among all that the masks allow
  float acceptance = 0;             // what the whole reading says for there being a cue, in log odds
  float behind = 0;                 // of one that was not chosen: by how much, in log probability among the few
  bool feasible = false;            // false: the masks contradict each other or the head
};

/// The spans that labels of a window mean.
[[nodiscard]] SpanReading reading_of(const SpanWindow& window, const std::vector<std::uint8_t>& labels);

/// Keeps its working memory from cue to cue; one per thread.
class SpanScorer {
 public:
  /// All must outlive it. `cues` as score_cues gives it.
  SpanScorer(const Text& text, const Frames& frames, const std::vector<float>& cues, const Model& model);
  ~SpanScorer();
  SpanScorer(const SpanScorer&) = delete;
  SpanScorer& operator=(const SpanScorer&) = delete;

  /// Reads the window around `head` (a token). Masks outside the window have no effect; where masks overlap both hold.
  /// `hint`: what a rule reads there, or null; its masks are not looked at.
  [[nodiscard]] SpanReading read(std::uint32_t head, std::span<const SpanMask> masks = {}, const Hint* hint = nullptr);
  /// Those among which the last one read was chosen, without it and what is far behind.
  [[nodiscard]] std::vector<SpanReading> others() const;

  /// The few likeliest labellings of the window around `head`, as the learner needs them; valid until the next call.
  [[nodiscard]] const std::vector<RankedLabels>& read_few(std::uint32_t head, const Hint* hint);
  [[nodiscard]] const SpanWindow& window() const;
  /// Its probability among all labellings.
  [[nodiscard]] float share(const RankedLabels& one);
  /// Of a labelling of window().
  [[nodiscard]] ReadingView view(const Hint* hint) const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace hearsay
