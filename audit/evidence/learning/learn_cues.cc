// learn_cues: logistic regression by FTRL-proximal (McMahan et al., KDD 2013) with L1, so that most weights are zero.
#include <algorithm>

#include "evidence/cue_features.h"
#include "evidence/learning/learn_steps.h"
#include "evidence/score_cue.h"

namespace hearsay {
namespace {

struct Candidate {
  std::uint32_t lesson = 0;
  std::uint32_t begin = 0, end = 0;  // in ids
  bool cue = false;
};

class Regression {
 public:
  Regression(std::size_t size, const LearnOptions& options) : options_(options), z_(size), n_(size), weights_(size) {}

  void learn(std::span<const std::uint32_t> ids, bool cue) {
    float score = 0;
    for (const std::uint32_t id : ids) score += weights_[id];
    const float gradient = 1 / (1 + std::exp(-score)) - (cue ? 1.0F : 0.0F);
    for (const std::uint32_t id : ids) {
      const float n = n_[id] + gradient * gradient;
      z_[id] += gradient - (std::sqrt(n) - std::sqrt(n_[id])) / options_.cue_rate * weights_[id];
      n_[id] = n;
      weights_[id] = weight(z_[id], n);
    }
  }
  [[nodiscard]] const std::vector<float>& weights() const { return weights_; }

 private:
  [[nodiscard]] float weight(float z, float n) const {
    if (std::fabs(z) <= options_.cue_l1) return 0;
    return -(z - (z < 0 ? -options_.cue_l1 : options_.cue_l1)) / ((1 + std::sqrt(n)) / options_.cue_rate + 1);
  }
  const LearnOptions& options_;
  std::vector<float> z_, n_, weights_;
};

/// Calls `visit(view, token, is_head)` for each candidate of a lesson that nobody discarded.
template <class Visit>
void each_candidate(const Lesson& lesson, const Frames& frames, const std::vector<std::uint32_t>& heads,
                    float least_rate, Visit visit) {
  std::vector<bool> head(frames.size(), false);
  for (const std::uint32_t t : heads) {
    if (t < head.size()) head[t] = true;
  }
  std::vector<bool> out(frames.size(), false);
  for (const TokenRange range : lesson.gold.discarded) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) out[t] = true;
  }
  for (const Sentence& sentence : lesson.text.sentences) {
    const CueView view(frames, sentence.tokens, lesson.text.paragraphs[sentence.paragraph].kind == BlockKind::headline);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (!out[t] && can_be_cue(frames, t, least_rate)) visit(view, t, static_cast<bool>(head[t]));
    }
  }
}

}  // namespace

std::vector<WeightLine> learn_cues(const Lessons& lessons, const Framed& framed, const ModelNumbers& numbers,
                                   std::uint32_t without) {
  FeatureTable table;
  std::uint32_t items = 0;
  const auto each_lesson = [&](auto visit) {
    for (std::uint32_t at = 0; at < lessons.all.size(); ++at) {
      if (lessons.fold[at] != without) visit(at);
    }
  };
  each_lesson([&](std::uint32_t at) {
    each_candidate(lessons.all[at], framed.frames[at], framed.heads[at], numbers.least_rate,
                   [&](const CueView& view, std::uint32_t token, bool) {
                     CountSink sink{table, lessons.publisher[at], items++};
                     view.features(token, sink);
                   });
  });
  table.keep(lessons.options.cue_count, lessons.least_publishers);

  std::vector<std::uint32_t> ids;
  std::vector<Candidate> candidates;
  each_lesson([&](std::uint32_t at) {
    each_candidate(lessons.all[at], framed.frames[at], framed.heads[at], numbers.least_rate,
                   [&](const CueView& view, std::uint32_t token, bool cue) {
                     const auto begin = static_cast<std::uint32_t>(ids.size());
                     FindSink sink{table, ids};
                     view.features(token, sink);
                     candidates.push_back({at, begin, static_cast<std::uint32_t>(ids.size()), cue});
                   });
  });
  Random random(7);
  Regression regression(table.size(), lessons.options);
  for (std::uint32_t epoch = 0; epoch < lessons.options.cue_epochs; ++epoch) {
    random.shuffle(candidates);
    for (const Candidate& one : candidates) {
      regression.learn(std::span(ids).subspan(one.begin, one.end - one.begin), one.cue);
    }
  }
  std::vector<std::vector<std::pair<std::uint8_t, std::int16_t>>> rows(table.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float scaled = std::clamp(regression.weights()[i] / numbers.cue_scale, -32000.0F, 32000.0F);
    const auto weight = static_cast<std::int16_t>(std::lround(scaled));
    if (weight != 0) rows[i].emplace_back(std::uint8_t{0}, weight);
  }
  return named_rows(lessons, cue_templates(), table, rows);
}

}  // namespace hearsay
