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
#include "evidence/proposal.h"
#include "evidence/weights.h"
#include "tokens/token.h"

namespace hearsay {

struct SpanReading {
  TokenRange source;                // empty: none
  TokenRange cue;                   // empty only where `feasible` is false
  std::vector<TokenRange> content;  // in text order, disjoint
  float probability = 0;            // of this labelling among all that the masks allow; 0 if not asked for
  bool feasible = false;            // false: the masks contradict each other or the head
};

/// Keeps its working memory from cue to cue; one per thread.
class SpanScorer {
 public:
  /// All must outlive it. `cues` as score_cues gives it.
  SpanScorer(const Text& text, const Frames& frames, const std::vector<float>& cues, const Model& model,
             SpanDetail detail = SpanDetail::probability);
  ~SpanScorer();
  SpanScorer(const SpanScorer&) = delete;
  SpanScorer& operator=(const SpanScorer&) = delete;

  /// Reads the window around `head` (a token). Masks outside the window have no effect; where masks overlap both hold.
  /// `hint`: what a rule reads there, or null; its masks are not looked at.
  [[nodiscard]] SpanReading read(std::uint32_t head, std::span<const SpanMask> masks = {}, const Hint* hint = nullptr);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace hearsay
