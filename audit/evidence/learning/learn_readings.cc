// learn_readings: a log-linear choice among the few likeliest labellings of each gold cue, by AdaGrad. A labelling is
// right where source and content are found; of several the one nearest to what people marked.
#include <fmt/format.h>

#include <algorithm>

#include "evidence/learning/learn_steps.h"
#include "evidence/reading_context.h"
#include "evidence/reading_features.h"
#include "evidence/score_spans.h"

namespace hearsay {
namespace {

struct Option {
  std::uint32_t ids_end = 0;  // in ids; begins where the one before ends
  float behind = 0;           // log probability less than the best one's
  float worth = 0;
};
struct Choice {
  std::uint32_t first = 0, count = 0;  // in options
};

/// Tokens that two sets of disjoint ranges share, and how many each has.
struct Shared {
  std::uint32_t both = 0, one = 0, other = 0;
  [[nodiscard]] double share() const {
    const std::uint32_t all = one + other - both;
    return all == 0 ? 1.0 : static_cast<double>(both) / all;
  }
};
Shared shared(std::span<const TokenRange> one, std::span<const TokenRange> other) {
  Shared s;
  for (const TokenRange a : one) {
    s.one += a.size();
    for (const TokenRange b : other) {
      const std::uint32_t begin = std::max(a.begin, b.begin);
      const std::uint32_t end = std::min(a.end, b.end);
      s.both += end > begin ? end - begin : 0;
    }
  }
  for (const TokenRange b : other) s.other += b.size();
  return s;
}

/// 1 where source and content are found; a little more for each that is exact.
double worth_of(const SpanReading& reading, const GoldAttribution& gold) {
  const std::vector<TokenRange> source =
      reading.source.empty() ? std::vector<TokenRange>{} : std::vector<TokenRange>{reading.source};
  const Shared sources = shared(source, gold.source);
  const Shared contents = shared(reading.content, gold.content);
  const Shared cues = shared(std::vector<TokenRange>{reading.cue}, gold.cue);
  const bool found = (sources.both > 0 || (source.empty() && gold.source.empty()));
  const bool full = found && contents.share() >= 0.5;
  const auto exact = [](const Shared& s) { return s.share() > 0.999 ? 1.0 : 0.0; };
  return (full ? 1.0 : 0.0) + 0.5 * exact(contents) + 0.3 * exact(sources) + 0.2 * exact(cues) + 0.3 * contents.share();
}

class ReadingLearner {
 public:
  ReadingLearner(const Lessons& lessons, const Framed& framed, const std::vector<std::vector<float>>& cues,
                 const std::vector<Model>& models, ModelNumbers& numbers)
      : lessons_(lessons), framed_(framed), cues_(cues), models_(models), numbers_(numbers) {}

  std::vector<WeightLine> learn() {
    std::uint32_t item = 0;
    each_choice([&](std::uint32_t at, const ReadingView& view, const std::vector<RankedLabels>& few, const SpanWindow&,
                    const GoldAttribution&) {
      for (std::uint32_t i = 0; i < few.size(); ++i) {
        CountSink sink{table_, lessons_.publisher[at], item++};
        view.features(few[i].labels, i, few.front().score - few[i].score, sink);
      }
    });
    table_.keep(lessons_.options.reading_count, lessons_.least_publishers);
    each_choice([&](std::uint32_t, const ReadingView& view, const std::vector<RankedLabels>& few,
                    const SpanWindow& window, const GoldAttribution& gold) { add(view, few, window, gold); });
    weights_.assign(table_.size(), 0.0F);
    squares_.assign(table_.size(), 0.0F);
    Random random(13);
    trust_ = 1;
    for (std::uint32_t epoch = 0; epoch < lessons_.options.reading_epochs; ++epoch) {
      random.shuffle(choices_);
      step_ = lessons_.options.reading_rate / (1 + 0.5F * static_cast<float>(epoch));
      loss_ = right_ = first_ = most_ = 0;
      for (const Choice& choice : choices_) learn_choice(choice);
      if (lessons_.options.progress) {
        const auto count = static_cast<double>(std::max<std::size_t>(1, choices_.size()));
        lessons_.options.progress(fmt::format(
            "readings: {} choices, {} features, loss {:.3f}, right {:.4f}, the first {:.4f}, the best {:.4f}",
            choices_.size(), table_.size(), loss_ / count, right_ / count, first_ / count, most_ / count));
      }
    }
    numbers_.reading_trust = std::round(trust_ * 4096) / 4096;
    learn_acceptance();
    return rows();
  }

 private:
  struct Reading {
    std::uint32_t head = 0;
    TokenRange source, cue;
    std::vector<TokenRange> content;
    std::vector<std::uint32_t> ids;
    bool is_cue = false;
  };
  struct Example {
    std::vector<std::uint32_t> ids;
    float odds = 0;
    bool is_cue = false;
  };

  [[nodiscard]] std::size_t chosen(const ReadingView& view, const std::vector<RankedLabels>& few) const {
    std::size_t best = 0;
    float most = 0;
    for (std::size_t i = 0; i < few.size(); ++i) {
      const float behind = few.front().score - few[i].score;
      std::vector<std::uint32_t> ids;
      FindSink sink{table_, ids};
      view.features(few[i].labels, static_cast<std::uint32_t>(i), behind, sink);
      float score = -trust_ * behind;
      for (const std::uint32_t id : ids) score += weights_[id];
      if (i == 0 || score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  /// Calls `visit(lesson, readings, contexts, features)` with the chosen reading of every likely cue of a lesson;
  /// `features(i, sink)` asks all of reading i's.
  template <class Visit>
  void each_lesson(Visit visit) {
    for (std::uint32_t at = 0; at < lessons_.all.size(); ++at) {
      const Lesson& lesson = lessons_.all[at];
      const Frames& frames = framed_.frames[at];
      std::vector<char> gold(frames.size(), 0);
      for (const std::uint32_t head : framed_.heads[at]) {
        if (head != kNone) gold[head] = 1;
      }
      for (const TokenRange range : lesson.gold.discarded) {
        for (std::uint32_t t = range.begin; t < range.end; ++t) gold[t] = 2;
      }
      SpanScorer scorer(lesson.text, frames, cues_[at], models_[lessons_.fold[at]]);
      std::vector<Reading> readings;
      std::vector<ReadingContext> contexts;
      std::vector<std::vector<std::uint8_t>> labels;
      std::vector<std::pair<std::uint32_t, float>> places;
      std::vector<const Hint*> hinted;
      auto hint = framed_.hints[at].begin();
      for (std::uint32_t t = 0; t < frames.size(); ++t) {
        while (hint != framed_.hints[at].end() && hint->head < t) ++hint;
        const Hint* hint_here = hint != framed_.hints[at].end() && hint->head == t ? &*hint : nullptr;
        if (gold[t] == 2 || cues_[at][t] <= 0 || (hint_here == nullptr && cues_[at][t] < kLeastProbability)) continue;
        const std::vector<RankedLabels>& few = scorer.read_few(t, hint_here);
        if (few.empty()) continue;
        const std::size_t best = chosen(scorer.view(hint_here), few);
        SpanReading reading = reading_of(scorer.window(), few[best].labels);
        readings.push_back({.head = t,
                            .source = reading.source,
                            .cue = reading.cue,
                            .content = std::move(reading.content),
                            .ids = {},
                            .is_cue = gold[t] == 1});
        contexts.push_back({.probability = cues_[at][t], .span_probability = scorer.share(few[best])});
        labels.push_back(few[best].labels);
        places.emplace_back(static_cast<std::uint32_t>(best), few.front().score - few[best].score);
        hinted.push_back(hint_here);
      }
      relate_readings(readings, contexts);
      SpanWindow window;
      const auto features = [&](std::size_t i, auto& sink) {
        span_window(lesson.text, frames, readings[i].head, window);
        ReadingView(frames, cues_[at], window, hinted[i]).features(labels[i], places[i].first, places[i].second, sink);
        context_features(frames[readings[i].head], contexts[i], sink);
      };
      visit(at, readings, contexts, features);
    }
  }

  /// A logistic regression over the chosen readings of all likely cues, from the cue score's log odds.
  void learn_acceptance() {
    std::uint32_t item = 0;
    each_lesson([&](std::uint32_t at, const std::vector<Reading>& readings, const std::vector<ReadingContext>&,
                    const auto& features) {
      for (std::size_t i = 0; i < readings.size(); ++i) {
        CountSink sink{accept_table_, lessons_.publisher[at], item++};
        features(i, sink);
      }
    });
    accept_table_.keep(lessons_.options.reading_count, lessons_.least_publishers);
    std::vector<Example> examples;
    each_lesson([&](std::uint32_t, const std::vector<Reading>& readings, const std::vector<ReadingContext>& contexts,
                    const auto& features) {
      for (std::size_t i = 0; i < readings.size(); ++i) {
        Example one;
        FindSink sink{accept_table_, one.ids};
        features(i, sink);
        const float p = std::clamp(contexts[i].probability, 1e-4F, 1 - 1e-4F);
        one.odds = std::log(p / (1 - p));
        one.is_cue = readings[i].is_cue;
        examples.push_back(std::move(one));
      }
    });
    accept_.assign(accept_table_.size(), 0.0F);
    std::vector<float> squares(accept_table_.size(), 0.0F);
    float slope = 1;
    float offset = 0;
    float slope_square = 0;
    float offset_square = 0;
    Random random(17);
    for (std::uint32_t epoch = 0; epoch < lessons_.options.reading_epochs; ++epoch) {
      random.shuffle(examples);
      const float rate = 0.5F * lessons_.options.reading_rate / (1 + 0.5F * static_cast<float>(epoch));
      double loss = 0;
      std::size_t right = 0;
      for (const Example& one : examples) {
        float score = offset + slope * one.odds;
        for (const std::uint32_t id : one.ids) score += accept_[id];
        const float p = 1 / (1 + std::exp(-score));
        const float gradient = p - (one.is_cue ? 1.0F : 0.0F);
        loss -= std::log(std::max(1e-9, static_cast<double>(one.is_cue ? p : 1 - p)));
        right += (p > 0.5F) == one.is_cue ? 1 : 0;
        for (const std::uint32_t id : one.ids) {
          const float all = gradient + 10 * lessons_.options.reading_l2 * accept_[id];
          squares[id] += all * all;
          accept_[id] -= rate * all / std::sqrt(squares[id] + 1);
        }
        const float by_slope = gradient * one.odds;
        slope_square += by_slope * by_slope;
        offset_square += gradient * gradient;
        slope -= rate * by_slope / std::sqrt(slope_square + 1);
        offset -= rate * gradient / std::sqrt(offset_square + 1);
      }
      if (lessons_.options.progress) {
        const auto count = static_cast<double>(std::max<std::size_t>(1, examples.size()));
        lessons_.options.progress(fmt::format("acceptance: {} readings, {} features, loss {:.4f}, right {:.4f}",
                                              examples.size(), accept_table_.size(), loss / count,
                                              static_cast<double>(right) / count));
      }
    }
    numbers_.accept_slope = std::round(slope * 4096) / 4096;
    numbers_.accept_offset = std::round(offset * 4096) / 4096;
  }

  template <class Visit>
  void each_choice(Visit visit) {
    for (std::uint32_t at = 0; at < lessons_.all.size(); ++at) {
      const Lesson& lesson = lessons_.all[at];
      SpanScorer scorer(lesson.text, framed_.frames[at], cues_[at], models_[lessons_.fold[at]]);
      for (std::size_t k = 0; k < lesson.gold.attributions.size(); ++k) {
        const std::uint32_t head = framed_.heads[at][k];
        if (head == kNone) continue;
        const Hints& hints = framed_.hints[at];
        const auto found = std::lower_bound(hints.begin(), hints.end(), head,
                                            [](const Hint& one, std::uint32_t token) { return one.head < token; });
        const Hint* hint = found != hints.end() && found->head == head ? &*found : nullptr;
        const std::vector<RankedLabels>& few = scorer.read_few(head, hint);
        if (few.size() < 2) continue;
        const ReadingView view(framed_.frames[at], cues_[at], scorer.window(), hint);
        visit(at, view, few, scorer.window(), lesson.gold.attributions[k]);
      }
    }
  }

  void add(const ReadingView& view, const std::vector<RankedLabels>& few, const SpanWindow& window,
           const GoldAttribution& gold) {
    Choice choice{static_cast<std::uint32_t>(options_.size()), static_cast<std::uint32_t>(few.size())};
    double least = 10;
    double most = -10;
    for (std::uint32_t i = 0; i < few.size(); ++i) {
      const float behind = few.front().score - few[i].score;
      FindSink sink{table_, ids_};
      view.features(few[i].labels, i, behind, sink);
      const double worth = worth_of(reading_of(window, few[i].labels), gold);
      least = std::min(least, worth);
      most = std::max(most, worth);
      options_.push_back({static_cast<std::uint32_t>(ids_.size()), behind, static_cast<float>(worth)});
    }
    if (most - least > 0.01) choices_.push_back(choice);
  }

  [[nodiscard]] std::span<const std::uint32_t> ids_of(std::uint32_t option) const {
    const std::uint32_t begin = option == 0 ? 0 : options_[option - 1].ids_end;
    return std::span(ids_).subspan(begin, options_[option].ids_end - begin);
  }

  /// Moves the shares of the options towards shares that grow with their worth.
  void learn_choice(const Choice& choice) {
    std::array<double, kFew> scores{};
    std::array<double, kFew> aims{};
    double top = -1e30;
    double most = -10;
    std::size_t chosen = 0;
    for (std::uint32_t i = 0; i < choice.count; ++i) {
      double score = -static_cast<double>(trust_ * options_[choice.first + i].behind);
      for (const std::uint32_t id : ids_of(choice.first + i)) score += static_cast<double>(weights_[id]);
      scores[i] = score;
      if (score > top) {
        top = score;
        chosen = i;
      }
      most = std::max(most, static_cast<double>(options_[choice.first + i].worth));
    }
    double sum = 0;
    double aim_sum = 0;
    for (std::uint32_t i = 0; i < choice.count; ++i) {
      sum += scores[i] = std::exp(scores[i] - top);
      aim_sum += aims[i] = std::exp(kSharpness * (static_cast<double>(options_[choice.first + i].worth) - most));
    }
    float trust_gradient = 0;
    for (std::uint32_t i = 0; i < choice.count; ++i) {
      const double share = scores[i] / sum;
      const double aim = aims[i] / aim_sum;
      loss_ -= aim * std::log(std::max(1e-9, share));
      const auto gradient = static_cast<float>(share - aim);
      trust_gradient -= gradient * options_[choice.first + i].behind;
      if (std::fabs(gradient) < 1e-3F) continue;
      for (const std::uint32_t id : ids_of(choice.first + i)) {
        const float all = gradient + lessons_.options.reading_l2 * weights_[id];
        squares_[id] += all * all;
        weights_[id] -= step_ * all / std::sqrt(squares_[id] + 1);
      }
    }
    trust_square_ += trust_gradient * trust_gradient;
    trust_ -= 0.3F * step_ * trust_gradient / std::sqrt(trust_square_ + 1);
    right_ += options_[choice.first + chosen].worth >= 1 ? 1 : 0;
    first_ += options_[choice.first].worth >= 1 ? 1 : 0;
    most_ += most >= 1 ? 1 : 0;
  }

  /// Both weights of a feature in one row; choose is label 0, accept label 1.
  [[nodiscard]] std::vector<WeightLine> rows() const {
    const auto named = [&](const FeatureTable& table, const std::vector<float>& weights, std::uint8_t label) {
      std::vector<std::vector<std::pair<std::uint8_t, std::int16_t>>> rows(table.size());
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const float scaled = std::clamp(weights[i] / numbers_.reading_scale, -32000.0F, 32000.0F);
        const auto weight = static_cast<std::int16_t>(std::lround(scaled));
        if (std::abs(weight) > kLeastWeight) rows[i].emplace_back(label, weight);
      }
      return named_rows(lessons_, reading_templates(), table, rows);
    };
    std::vector<WeightLine> lines = named(table_, weights_, 0);
    for (WeightLine& line : named(accept_table_, accept_, 1)) lines.push_back(std::move(line));
    std::stable_sort(lines.begin(), lines.end(), [](const WeightLine& a, const WeightLine& b) {
      return a.name != b.name ? a.name < b.name : a.value < b.value;
    });
    std::vector<WeightLine> joined;
    for (WeightLine& line : lines) {
      if (!joined.empty() && joined.back().name == line.name && joined.back().value == line.value) {
        joined.back().weights.push_back(line.weights.front());
      } else {
        joined.push_back(std::move(line));
      }
    }
    return joined;
  }

  static constexpr double kSharpness = 6;           // how much the worthier option is preferred
  static constexpr float kLeastProbability = 0.1F;  // of a cue that is read for the acceptance
  static constexpr int kLeastWeight = 10;           // weights at or below are left out

  const Lessons& lessons_;
  const Framed& framed_;
  const std::vector<std::vector<float>>& cues_;
  const std::vector<Model>& models_;
  ModelNumbers& numbers_;
  FeatureTable table_;
  std::vector<std::uint32_t> ids_;
  std::vector<Option> options_;
  std::vector<Choice> choices_;
  FeatureTable accept_table_;
  std::vector<float> weights_, squares_, accept_;
  float trust_ = 1, trust_square_ = 0, step_ = 0;
  double loss_ = 0, right_ = 0, first_ = 0, most_ = 0;
};

}  // namespace

std::vector<WeightLine> learn_readings(const Lessons& lessons, const Framed& framed,
                                       const std::vector<std::vector<float>>& cues, const std::vector<Model>& models,
                                       ModelNumbers& numbers) {
  return ReadingLearner(lessons, framed, cues, models, numbers).learn();
}

}  // namespace hearsay
