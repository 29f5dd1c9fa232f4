// learn_tags: averaged perceptron over kept features; the average is taken lazily, when a weight changes.
#include <algorithm>
#include <array>

#include "evidence/learning/learn_steps.h"
#include "evidence/tag_features.h"
#include "evidence/tag_views.h"

namespace hearsay {
namespace {

struct Averaged {
  std::array<float, kTagCount> weight{};
  std::array<float, kTagCount> sum{};
  std::array<std::uint32_t, kTagCount> since{};

  void add(std::size_t tag, float value, std::uint32_t now) {
    sum[tag] += static_cast<float>(now - since[tag]) * weight[tag];
    since[tag] = now;
    weight[tag] += value;
  }
  [[nodiscard]] float average(std::size_t tag, std::uint32_t now) const {
    return now == 0 ? 0 : (sum[tag] + static_cast<float>(now - since[tag]) * weight[tag]) / static_cast<float>(now);
  }
};

class Perceptron {
 public:
  Perceptron(const Lessons& lessons, const Model& model, std::uint32_t without) : lessons_(lessons) {
    for (std::uint32_t at = 0; at < lessons.all.size(); ++at) {
      if (lessons.fold[at] != without) order_.push_back(at);
    }
    views_.resize(lessons.all.size());
    fixed_.resize(lessons.all.size());
    for (const std::uint32_t at : order_) {
      views_[at] = tag_views(lessons.all[at].document, lessons.all[at].text, model, fixed_[at]);
      count(at);
    }
    table_.keep(lessons.options.tag_count, lessons.least_publishers);
    weights_.resize(table_.size());
  }

  void train() {
    Random random(1);
    for (std::uint32_t epoch = 0; epoch < lessons_.options.tag_epochs; ++epoch) {
      random.shuffle(order_);
      for (const std::uint32_t at : order_) learn_lesson(at);
    }
  }

  [[nodiscard]] std::vector<WeightLine> rows() const {
    std::vector<std::vector<std::pair<std::uint8_t, std::int16_t>>> rows(weights_.size());
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      for (std::size_t tag = 1; tag < kTagCount; ++tag) {
        const float average = weights_[i].average(tag, now_);
        if (std::fabs(average) < lessons_.options.tag_least) continue;
        const float scaled = std::clamp(average * 4, -127.0F, 127.0F);
        rows[i].emplace_back(static_cast<std::uint8_t>(tag), static_cast<std::int16_t>(std::lround(scaled)));
      }
    }
    return named_rows(lessons_, tag_templates(), table_, rows);
  }

 private:
  /// Calls `visit(token, view, gold, previous, before)` for each token to choose for; `visit` gives the tag it chose.
  template <class Visit>
  void each_token(std::uint32_t at, Visit visit) {
    const Lesson& lesson = lessons_.all[at];
    for (const Sentence& sentence : lesson.text.sentences) {
      SentenceViews window(views_[at], sentence.tokens);
      std::uint32_t previous = 0;
      std::uint32_t before = 0;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        const Tag gold = t < lesson.tags.size() ? lesson.tags[t] : Tag::none;
        const Tag tag = fixed_[at][t] != Tag::none ? fixed_[at][t] : visit(window.at(t), gold, previous, before);
        before = previous;
        previous = static_cast<std::uint32_t>(tag);
      }
    }
  }

  void count(std::uint32_t at) {
    each_token(at, [&](const TagView* view, Tag gold, std::uint32_t previous, std::uint32_t before) {
      CountSink sink{table_, lessons_.publisher[at], items_++};
      tag_features(view, previous, before, sink);
      return gold == Tag::none ? Tag::NN : gold;
    });
  }

  void learn_lesson(std::uint32_t at) {
    each_token(at, [&](const TagView* view, Tag gold, std::uint32_t previous, std::uint32_t before) {
      ids_.clear();
      FindSink sink{table_, ids_};
      tag_features(view, previous, before, sink);
      std::array<float, kTagCount> scores{};
      for (const std::uint32_t id : ids_) {
        for (std::size_t tag = 1; tag < kTagCount; ++tag) scores[tag] += weights_[id].weight[tag];
      }
      std::size_t best = static_cast<std::size_t>(Tag::NN);
      for (std::size_t tag = 1; tag < kTagCount; ++tag) {
        if (scores[tag] > scores[best]) best = tag;
      }
      if (gold != Tag::none) {
        ++now_;
        if (best != static_cast<std::size_t>(gold)) {
          for (const std::uint32_t id : ids_) {
            weights_[id].add(static_cast<std::size_t>(gold), 1, now_);
            weights_[id].add(best, -1, now_);
          }
        }
      }
      return static_cast<Tag>(best);
    });
  }

  const Lessons& lessons_;
  std::vector<std::uint32_t> order_;
  std::vector<std::vector<TagView>> views_;
  std::vector<std::vector<Tag>> fixed_;
  FeatureTable table_;
  std::vector<Averaged> weights_;
  std::vector<std::uint32_t> ids_;
  std::uint32_t items_ = 0;
  std::uint32_t now_ = 0;
};

}  // namespace

std::vector<WeightLine> learn_tags(const Lessons& lessons, const Model& model, std::uint32_t without) {
  Perceptron perceptron(lessons, model, without);
  perceptron.train();
  return perceptron.rows();
}

}  // namespace hearsay
