// score_cues: sentence by sentence; the keys of a candidate are made first, then their weights are fetched one after
// another without a branch, so that the memory of several is waited for at once.
#include "evidence/score_cue.h"

#include <array>
#include <cmath>

#include "evidence/cue_features.h"
#include "evidence/look_up.h"

namespace hearsay {

bool can_be_cue(const Frames& frames, std::uint32_t token, float least_rate) {
  const Frame& frame = frames[token];
  if (frame.quotation != kNone) return false;
  if (static_cast<float>(frame.rate) >= least_rate || frame.surety > 0) return true;
  if (frame.kind != Kind::verb) return false;
  const auto marks = [&](std::uint32_t at) {
    if (at >= frames.size()) return false;
    const Kind kind = frames[at].kind;
    return kind == Kind::open_quote || kind == Kind::that || kind == Kind::close_quote;
  };
  return marks(token + 1) || marks(token + 2) || marks(token - 2) || marks(token - 3);
}

std::vector<float> score_cues(const Text& text, const Frames& frames, const Model& model) {
  std::vector<float> scores(frames.size(), 0.0F);
  if (model.empty()) return scores;
  const ModelNumbers& numbers = *model.numbers;
  for (const Sentence& sentence : text.sentences) {
    const Paragraph& paragraph = text.paragraphs[sentence.paragraph];
    const CueView view(frames, sentence.tokens, paragraph.kind == BlockKind::headline);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (!can_be_cue(frames, t, numbers.least_rate)) continue;
      Keys<kCueTemplateCount> found;
      KeySink sink(found.keys.data());
      view.features(t, sink);
      std::int64_t sum = 0;
      find_rows(model.cue_keys, found.keys, found.rows.data());
      for (const std::uint32_t row : found.rows) sum += model.cue_rows[row].weight;
      const float score = static_cast<float>(sum) * numbers.cue_scale;
      scores[t] = 1.0F / (1.0F + std::exp(-(numbers.cue_slope * score + numbers.cue_offset)));
    }
  }
  return scores;
}

}  // namespace hearsay
