// learn_links: log-linear choice among the options of a mention, with the probability of all that are right as the aim;
// AdaGrad over several rounds.
#include "training/learn_links.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "evidence/feature_table.h"
#include "evidence/weights_text.h"
#include "sources/entities.h"
#include "sources/link_features.h"
#include "sources/link_score.h"
#include "sources/resolve.h"

namespace hearsay {
namespace {

class Learner {
 public:
  Learner(const std::vector<PreparedLinks>& lessons, const Engine& engine, const LinkLearnOptions& options)
      : lessons_(lessons), engine_(engine), options_(options) {}

  std::vector<WeightLine> learn() {
    std::vector<std::size_t> as_given(lessons_.size());
    std::iota(as_given.begin(), as_given.end(), std::size_t{0});
    each_decision(as_given, [&](std::span<const LinkOption> options, const std::vector<bool>&, float) {
      for (const LinkOption& one : options) {
        CountSink sink{features_, 0, item_};
        link_features(one.facts, sink);
      }
      ++item_;
    });
    features_.keep(options_.count, 1);
    mean_.assign(features_.size(), 0);
    std::vector<std::size_t> order = as_given;
    for (std::uint32_t run = 0; run < options_.runs; ++run) learn_once(order, run);
    // What is left out at a visit is there at run time: weights are made for fewer.
    const float share = (1 - options_.drop) / static_cast<float>(options_.runs);
    for (float& mean : mean_) mean *= share;
    return feature_rows(features_, mean_);
  }

 private:
  /// One training from nothing; its mean weights are added to mean_.
  void learn_once(std::vector<std::size_t>& order, std::uint32_t run) {
    weight_.assign(features_.size(), 0);
    square_.assign(features_.size(), 1e-6F);
    for (std::uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
      right_ = decisions_ = 0;
      loss_ = 0;
      lot_.shuffle(order);
      each_decision(order, [&](std::span<const LinkOption> options, const std::vector<bool>& right, float worth) {
        step(options, right, worth);
      });
      if (epoch + options_.averaged >= options_.epochs) {
        for (std::size_t id = 0; id < weight_.size(); ++id)
          mean_[id] += weight_[id] / static_cast<float>(std::min(options_.averaged, options_.epochs));
      }
      if (!options_.progress) continue;
      const double count = std::max(1.0, static_cast<double>(decisions_));
      options_.progress(fmt::format("links: run {}, round {}, {} features, {:.4f} of {} right, loss {:.4f}", run + 1,
                                    epoch + 1, features_.size(), static_cast<double>(right_) / count, decisions_,
                                    loss_ / count));
    }
  }

  /// Label of an entity: that of the first of its mentions that has one.
  static std::int32_t label_of(const PreparedLinks& lesson, const Entity& entity) {
    for (const std::uint32_t m : entity.mentions) {
      if (lesson.label[m] > 0) return lesson.label[m];
    }
    return 0;
  }

  /// Which options are right for a mention with this label; all false where nothing can be learned.
  static std::vector<bool> right_options(const PreparedLinks& lesson, std::int32_t label,
                                         std::span<const LinkOption> options, const EntityTable& table) {
    std::vector<bool> right(options.size(), false);
    // Texts with entities mark persons and bodies; of documents nobody says which is meant.
    const auto is_document = [](const LinkOption& one) {
      return one.facts.kind == static_cast<std::uint8_t>(SourceKind::document) && one.entity != kNone;
    };
    if (lesson.whole && std::any_of(options.begin(), options.end(), is_document)) return right;
    bool any = false;
    bool wrong = false;
    const bool pronoun = is_pronoun(static_cast<Anaphor>(options.front().facts.anaphor));
    for (std::size_t k = 0; k < options.size(); ++k) {
      const std::uint32_t entity = options[k].entity;
      if (entity == kNone) {
        right[k] = label == 0;
      } else {
        const std::int32_t own = label_of(lesson, table.at(entity));
        right[k] = label > 0 ? own == label : own == 0 && !lesson.whole;
      }
      any = any || right[k];
      wrong = wrong || !right[k];
    }
    // Told of for the first time: a description is nobody who was there before.
    if (!any && label > 0 && lesson.whole && !pronoun) right.back() = true;
    if (!wrong) return std::vector<bool>(options.size(), false);
    return right;
  }

  template <class Visit>
  void each_decision(const std::vector<std::size_t>& order, Visit visit) {
    for (const std::size_t at : order) {
      const PreparedLinks& lesson = lessons_[at];
      const auto choose = [&](std::uint32_t m, std::span<const LinkOption> options, const EntityTable& table) {
        std::int32_t label = lesson.label[m];
        // Where all are marked, a pronoun without a mark stands for nothing: "it rains".
        if (label < 0 && lesson.whole && is_pronoun(static_cast<Anaphor>(options.front().facts.anaphor))) label = 0;
        std::vector<bool> right(options.size(), false);
        if (label >= 0) right = right_options(lesson, label, options, table);
        const bool known = std::find(right.begin(), right.end(), true) != right.end();
        if (known) visit(options, right, lesson.worth);
        LinkChoice choice;
        float best = -1e30F;
        for (std::size_t k = 0; k < options.size(); ++k) {
          if (known && !right[k]) continue;
          const float score = score_of(options[k].facts);
          if (score > best) {
            best = score;
            choice.option = k;
          }
        }
        return choice;
      };
      (void)resolve_sources(resolve_input(lesson.analysis, engine_), choose);
    }
  }

  bool dropped() { return static_cast<float>(lot_.next() >> 40U) < options_.drop * static_cast<float>(1U << 24U); }

  float score_of(const LinkFacts& facts) {
    ids_.clear();
    FindSink sink{features_, ids_};
    link_features(facts, sink);
    float score = stated_share(facts);
    for (const std::uint32_t id : ids_) score += weight_[id];
    return score;
  }

  void step(std::span<const LinkOption> options, const std::vector<bool>& right, float worth) {
    std::vector<std::vector<std::uint32_t>> ids(options.size());
    std::vector<float> score(options.size(), 0);
    for (std::size_t k = 0; k < options.size(); ++k) {
      FindSink sink{features_, ids[k]};
      link_features(options[k].facts, sink);
      std::erase_if(ids[k], [&](std::uint32_t) { return dropped(); });
      for (const std::uint32_t id : ids[k]) score[k] += weight_[id];
      score[k] += stated_share(options[k].facts);
    }
    const std::size_t best = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    ++decisions_;
    right_ += right[best] ? 1U : 0U;
    float all = 0;
    float good = 0;
    std::vector<float> share(options.size());
    for (std::size_t k = 0; k < options.size(); ++k) {
      share[k] = std::exp(score[k] - score[best]);
      all += share[k];
      if (right[k]) good += share[k];
    }
    loss_ -= std::log(std::max(1e-9F, good / all));
    for (std::size_t k = 0; k < options.size(); ++k) {
      const float wanted = right[k] ? share[k] / good : 0;
      const float gradient = worth * (share[k] / all - wanted);
      if (std::abs(gradient) < 1e-5F) continue;
      for (const std::uint32_t id : ids[k]) {
        const float g = gradient + options_.l2 * weight_[id];
        square_[id] += g * g;
        weight_[id] -= options_.rate * g / std::sqrt(square_[id]);
      }
    }
  }

  const std::vector<PreparedLinks>& lessons_;
  const Engine& engine_;
  const LinkLearnOptions& options_;
  FeatureTable features_;
  std::uint32_t item_ = 0;
  std::vector<float> weight_, square_, mean_;
  Random lot_{20261129};
  std::vector<std::uint32_t> ids_;
  std::size_t right_ = 0, decisions_ = 0;
  double loss_ = 0;
};

}  // namespace

std::vector<WeightLine> feature_rows(const FeatureTable& features, const std::vector<float>& weights) {
  std::vector<WeightLine> rows;
  const auto no_words = [](std::uint32_t) -> const std::string* { return nullptr; };
  for (std::size_t id = 0; id < features.size(); ++id) {
    const long rounded = std::lround(weights[id] / kLinkUnit);
    if (rounded == 0) continue;
    const NamedFeature feature = features.named(id);
    WeightLine line{.name = feature.name,
                    .value = value_text(link_templates()[feature.name], feature, no_words, no_words),
                    .count = features[id].count};
    line.weights.emplace_back(std::uint8_t{0}, static_cast<std::int16_t>(std::clamp<long>(rounded, -32000, 32000)));
    rows.push_back(std::move(line));
  }
  std::sort(rows.begin(), rows.end(), [](const WeightLine& a, const WeightLine& b) {
    return a.name != b.name ? a.name < b.name : a.value < b.value;
  });
  return rows;
}

std::vector<WeightLine> learn_links(const std::vector<PreparedLinks>& lessons, const Engine& engine,
                                    const LinkLearnOptions& options) {
  return Learner(lessons, engine, options).learn();
}

}  // namespace hearsay
