// propose: frames, cue scores, spans around the likely cues, what these say of each other (accept); then the more
// probable cue covers what lies in its spans.
#include "evidence/evidence.h"

#include <algorithm>
#include <numeric>

#include "evidence/accept.h"
#include "evidence/frame.h"
#include "evidence/score_cue.h"
#include "evidence/score_spans.h"

namespace hearsay {
namespace {

/// Marks as nested each proposal whose head a better one holds. `owner` per token the covering proposal's place in the
/// order + 1.
void mark_nested(std::vector<Proposal>& proposals, std::size_t token_count) {
  std::vector<std::size_t> order(proposals.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return proposals[a].cue_probability != proposals[b].cue_probability
               ? proposals[a].cue_probability > proposals[b].cue_probability
               : a < b;
  });
  std::vector<bool> covered(token_count, false);
  const auto cover = [&](TokenRange range) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) covered[t] = true;
  };
  for (const std::size_t i : order) {
    Proposal& one = proposals[i];
    one.nested = covered[one.head];
    if (one.nested) continue;
    cover(one.source);
    cover(one.cue);
    for (const TokenRange range : one.content) cover(range);
  }
}

}  // namespace

std::vector<Proposal> propose(const Document& document, const Text& text, const Tags& tags, const Model& model,
                              const ProposeOptions& options) {
  std::vector<Proposal> proposals;
  if (model.empty()) return proposals;
  const Frames frames = frames_of(document, text, tags, model, options.upstream);
  const std::vector<float> cues = score_cues(text, frames, model);
  const float threshold = options.threshold < 0 ? model.numbers->cue_threshold : options.threshold;
  SpanScorer scorer(text, frames, cues, model);
  std::vector<Read> reads;
  auto hint = options.upstream.hints.begin();
  for (std::uint32_t t = 0; t < cues.size(); ++t) {
    while (hint != options.upstream.hints.end() && hint->head < t) ++hint;
    const bool hinted = hint != options.upstream.hints.end() && hint->head == t;
    if (!hinted && (cues[t] <= 0 || cues[t] < threshold)) continue;
    if (cues[t] <= 0) {
      // In a quotation the rules are alone: what the evidence would read there nobody asks for.
      proposals.push_back({.head = t});
      reads.emplace_back();
      continue;
    }
    SpanReading reading = hinted ? scorer.read(t, hint->masks, &*hint) : scorer.read(t);
    if (!reading.feasible && hinted) reading = scorer.read(t, {}, &*hint);
    if (!reading.feasible) continue;
    proposals.push_back({.head = t,
                         .cue_probability = cues[t],
                         .span_probability = reading.probability,
                         .source = reading.source,
                         .cue = reading.cue,
                         .content = std::move(reading.content)});
    reads.push_back({.context = {.probability = cues[t], .span_probability = reading.probability},
                     .acceptance = reading.acceptance,
                     .others = scorer.others()});
  }
  accept(frames, model, reads, proposals);
  mark_nested(proposals, cues.size());
  return proposals;
}

}  // namespace hearsay
