// accept: the context of each reading first, and what each proposal is worth in it. Then each that has other readings
// is asked whether one of them, less likely by itself, leaves free a cue that is likely in the open ("Ruiz said the
// mill would close, adding that …"), or takes in one that is not. Where any was exchanged contexts are made again.
#include "evidence/accept.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearsay {
namespace {

// Chosen on articles of publishers that the weights had not seen (docs/evidence.md).
constexpr float kOutermost = 0.5F;   // what the odds of a covered cue count against those of the reading that covers it
constexpr float kFreeOffset = 0.5F;  // added to these odds: people mark rather one too many
constexpr float kMostOdds = 3;       // no single cue counts for more
constexpr float kLeastCovering = 0.3F;  // a proposal below this probability covers nothing

float log_odds(float p, float least) {
  p = std::clamp(p, least, 1 - least);
  return std::log(p / (1 - p));
}

/// The cue score's probability, corrected by what its reading says and by the readings around it.
float accepted(const Frame& head, const ReadingContext& context, float acceptance, const Model& model) {
  std::array<FeatureKey, kReadingTemplateCount - kChoiceTemplateCount> keys;
  KeySink sink(keys.data());
  context_features(head, context, sink);
  std::int64_t sum = 0;
  for (const FeatureKey key : keys) sum += model.reading_rows[row_of(model.reading_keys, key)].accept;
  const ModelNumbers& numbers = *model.numbers;
  const float odds = numbers.accept_offset + numbers.accept_slope * log_odds(context.probability, 1e-4F) + acceptance +
                     static_cast<float>(sum) * numbers.reading_scale;
  return 1 / (1 + std::exp(-odds));
}

/// Whether a cue stands inside a reading, which leaves no room for it.
template <class Reading>
bool holds(const Reading& reading, std::uint32_t head) {
  return reading.source.contains(head) || reading.cue.contains(head) ||
         std::any_of(reading.content.begin(), reading.content.end(),
                     [&](TokenRange range) { return range.contains(head); });
}

class Untangler {
 public:
  Untangler(const Frames& frames, const Model& model, std::vector<Read>& reads, std::vector<Proposal>& proposals)
      : frames_(frames), model_(model), reads_(reads), proposals_(proposals) {}

  /// Each proposal's probability beside the others.
  void weigh() {
    for (Read& read : reads_) read.context.covered = read.context.covered_source = read.context.covers = 0;
    contexts_.clear();
    for (const Read& read : reads_) contexts_.push_back(read.context);
    relate_readings(proposals_, contexts_);
    together_.resize(reads_.size());
    for (std::size_t i = 0; i < reads_.size(); ++i) together_[i] = probability(i, contexts_[i]);
    alone_.assign(reads_.size(), kUnasked);
  }

  /// Whether any proposal has other spans now.
  bool exchange() {
    std::vector<std::size_t> taken(reads_.size(), 0);  // which of the others, + 1
    bool any = false;
    for (std::size_t i = 0; i < reads_.size(); ++i) {
      if (reads_[i].others.empty() || together_[i] < kLeastCovering) continue;
      taken[i] = better(i);
      any = any || taken[i] != 0;
    }
    for (std::size_t i = 0; any && i < reads_.size(); ++i) {
      if (taken[i] == 0) continue;
      SpanReading& other = reads_[i].others[taken[i] - 1];
      reads_[i].acceptance = other.acceptance;
      proposals_[i].source = other.source;
      proposals_[i].cue = other.cue;
      proposals_[i].content = std::move(other.content);
    }
    return any;
  }

  void finish() {
    for (std::size_t i = 0; i < reads_.size(); ++i) {
      if (reads_[i].context.probability > 0) proposals_[i].cue_probability = together_[i];
    }
  }

 private:
  [[nodiscard]] float probability(std::size_t i, const ReadingContext& context) const {
    return accepted(frames_[proposals_[i].head], context, reads_[i].acceptance, model_);
  }

  /// The probability of a cue that nothing covers.
  float alone(std::size_t i) {
    if (alone_[i] < 0) {
      ReadingContext context = contexts_[i];
      context.covered = context.covered_source = 0;
      alone_[i] = probability(i, context);
    }
    return alone_[i];
  }

  [[nodiscard]] std::size_t near_begin(std::size_t i) const { return i > kNearReadings ? i - kNearReadings : 0; }
  [[nodiscard]] std::size_t near_end(std::size_t i) const { return std::min(reads_.size(), i + kNearReadings + 1); }

  /// Whether a proposal other than `but` holds the head of `j` and goes before it.
  [[nodiscard]] bool held(std::size_t j, std::size_t but) {
    for (std::size_t k = near_begin(j); k < near_end(j); ++k) {
      if (k == j || k == but || together_[k] <= 0.5F || !holds(proposals_[k], proposals_[j].head)) continue;
      if (together_[k] > alone(j)) return true;
    }
    return false;
  }

  /// What covering a cue costs proposal i, in log odds; where something else covers it, nothing.
  float cost(std::size_t i, std::size_t j) {
    if (held(j, i)) return 0;
    return kOutermost * std::clamp(log_odds(alone(j), 1e-3F) + kFreeOffset, -kMostOdds, kMostOdds);
  }

  /// The other reading of i that is better than its own by what both cover, + 1; 0: none is.
  std::size_t better(std::size_t i) {
    const std::vector<SpanReading>& others = reads_[i].others;
    gains_.assign(others.size(), 0.0F);
    for (std::size_t r = 0; r < others.size(); ++r) gains_[r] = -others[r].behind;
    for (std::size_t j = near_begin(i); j < near_end(i); ++j) {
      if (j == i) continue;
      const bool own = holds(proposals_[i], proposals_[j].head);
      for (std::size_t r = 0; r < others.size(); ++r) {
        if (holds(others[r], proposals_[j].head) != own) gains_[r] += own ? cost(i, j) : -cost(i, j);
      }
    }
    const auto best = std::max_element(gains_.begin(), gains_.end());
    return *best > 0 ? static_cast<std::size_t>(best - gains_.begin()) + 1 : 0;
  }

  static constexpr float kUnasked = -1;

  const Frames& frames_;
  const Model& model_;
  std::vector<Read>& reads_;
  std::vector<Proposal>& proposals_;
  std::vector<ReadingContext> contexts_;
  std::vector<float> together_, alone_, gains_;
};

}  // namespace

void accept(const Frames& frames, const Model& model, std::vector<Read>& reads, std::vector<Proposal>& proposals) {
  Untangler untangler(frames, model, reads, proposals);
  untangler.weigh();
  if (untangler.exchange()) untangler.weigh();
  untangler.finish();
}

}  // namespace hearsay
