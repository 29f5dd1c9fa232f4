// learn_spans: a conditional random field over the windows of gold cues, by AdaGrad; one attribution is one example.
// Each time it is visited some features of each unit are left out, so that none relies on its company.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "evidence/learning/learn_steps.h"
#include "evidence/span_features.h"
#include "evidence/span_lattice.h"
#include "evidence/span_window.h"

namespace hearsay {
namespace {

struct Example {
  std::uint32_t first_unit = 0, unit_count = 0;  // in units
};
struct ExampleUnit {
  std::uint32_t ids_end = 0;  // in ids; begins where the one before ends
  std::uint8_t zone = 0;
  std::uint8_t gold = 0;  // SpanLabel
};

enum class GoldRole : std::uint8_t { none, source, cue, content };

bool touches(const std::vector<TokenRange>& ranges, TokenRange tokens) {
  std::uint32_t shared = 0;
  for (const TokenRange range : ranges) {
    const std::uint32_t begin = std::max(range.begin, tokens.begin);
    const std::uint32_t end = std::min(range.end, tokens.end);
    shared += end > begin ? end - begin : 0;
  }
  return 2 * shared >= tokens.size();
}

/// Of several runs the one nearest the head.
std::vector<TokenRange> nearest(const std::vector<TokenRange>& ranges, std::uint32_t head) {
  if (ranges.empty()) return {};
  const auto distance = [&](TokenRange range) {
    return range.end <= head ? head - range.end : range.begin > head ? range.begin - head : 0U;
  };
  return {*std::min_element(ranges.begin(), ranges.end(),
                            [&](TokenRange a, TokenRange b) { return distance(a) < distance(b); })};
}

std::vector<std::uint8_t> gold_labels(const GoldAttribution& gold, std::uint32_t head, const SpanWindow& window) {
  const std::vector<TokenRange> source = nearest(gold.source, head);
  const std::vector<TokenRange> cue = nearest(gold.cue, head);
  std::vector<std::uint8_t> labels(window.units.size(), kOutside);
  GoldRole before = GoldRole::none;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const TokenRange tokens = window.units[i].tokens;
    GoldRole role = GoldRole::none;
    if (touches(gold.content, tokens)) role = GoldRole::content;
    if (touches(source, tokens)) role = GoldRole::source;
    if (touches(cue, tokens)) role = GoldRole::cue;
    if (role != GoldRole::none)
      labels[i] = static_cast<std::uint8_t>(static_cast<int>(role) * 2 - (role == before ? 0 : 1));
    before = role;
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kContentInside && (i + 1 == labels.size() || labels[i + 1] != kContentInside))
      labels[i] = kContentEnd;
  }
  return labels;
}

class SpanLearner {
 public:
  SpanLearner(const Lessons& lessons, const Framed& framed, ModelNumbers& numbers, std::uint32_t without)
      : lessons_(lessons), framed_(framed), numbers_(numbers), without_(without) {}

  std::vector<WeightLine> learn() {
    std::uint32_t item = 0;
    each_example(
        [&](std::uint32_t at, const SpanWindow& window, const SpanView& view, const std::vector<std::uint8_t>&) {
          CountSink sink{table_, lessons_.publisher[at], item++};
          for (std::uint32_t i = 0; i < window.units.size(); ++i) view.features(i, sink);
        });
    table_.keep(lessons_.options.span_count, lessons_.least_publishers);
    each_example([&](std::uint32_t, const SpanWindow& window, const SpanView& view,
                     const std::vector<std::uint8_t>& gold) { add_example(window, view, gold); });
    weights_.assign(table_.size(), {});
    squares_.assign(table_.size(), {});
    Random random(11);
    for (std::uint32_t epoch = 0; epoch < lessons_.options.span_epochs; ++epoch) {
      random.shuffle(examples_);
      step_ = lessons_.options.span_rate / (1 + 0.5F * static_cast<float>(epoch));
      loss_ = 0;
      for (const Example& example : examples_) learn_example(example);
      if (lessons_.options.progress && without_ == kNone) {
        lessons_.options.progress(fmt::format("spans: {} examples, {} units, {} features, loss {:.3f}",
                                              examples_.size(), units_.size(), table_.size(),
                                              loss_ / static_cast<double>(std::max<std::size_t>(1, examples_.size()))));
      }
    }
    round_numbers();
    return rows();
  }

 private:
  template <class Visit>
  void each_example(Visit visit) {
    SpanWindow window;
    SpanView view;
    for (std::uint32_t at = 0; at < lessons_.all.size(); ++at) {
      if (lessons_.fold[at] == without_) continue;
      const Lesson& lesson = lessons_.all[at];
      for (std::size_t k = 0; k < lesson.gold.attributions.size(); ++k) {
        const std::uint32_t head = framed_.heads[at][k];
        if (head == kNone) continue;
        span_window(lesson.text, framed_.frames[at], head, window);
        const Hints& hints = framed_.hints[at];
        const auto hint = std::lower_bound(hints.begin(), hints.end(), head,
                                           [](const Hint& one, std::uint32_t token) { return one.head < token; });
        const bool hinted = hint != hints.end() && hint->head == head;
        view.fill(lesson.text, framed_.frames[at], window, hinted ? &*hint : nullptr);
        visit(at, window, view, gold_labels(lesson.gold.attributions[k], head, window));
      }
    }
  }

  void add_example(const SpanWindow& window, const SpanView& view, const std::vector<std::uint8_t>& gold) {
    Example example{static_cast<std::uint32_t>(units_.size()), static_cast<std::uint32_t>(window.units.size())};
    for (std::uint32_t i = 0; i < window.units.size(); ++i) {
      FindSink sink{table_, ids_};
      view.features(i, sink);
      const Side side = i < window.head ? Side::left : i == window.head ? Side::head : Side::right;
      units_.push_back({static_cast<std::uint32_t>(ids_.size()),
                        static_cast<std::uint8_t>(zone_of(side, window.units[i].starts_sentence)), gold[i]});
    }
    if (is_legal(example)) examples_.push_back(example);
  }

  /// Walks the gold labels through the steps; calls `visit(step, zone)` for each. False where a step is not allowed.
  template <class Visit>
  bool walk(const Example& example, std::uint8_t& memory, Visit visit) const {
    std::uint8_t state = kStartState;
    const std::span<const SpanState> states = span_states();
    for (std::uint32_t i = 0; i < example.unit_count; ++i) {
      const ExampleUnit& unit = units_[example.first_unit + i];
      bool found = false;
      for (const SpanStep& step : span_steps(static_cast<Side>(unit.zone % 3))) {
        if (step.from != state || states[step.to].label != unit.gold) continue;
        visit(step, unit.zone);
        state = step.to;
        found = true;
        break;
      }
      if (!found) return false;
    }
    memory = states[state].memory;
    return true;
  }
  [[nodiscard]] bool is_legal(const Example& example) const {
    std::uint8_t memory = 0;
    return example.unit_count > 0 && walk(example, memory, [](const SpanStep&, std::uint8_t) {});
  }

  [[nodiscard]] std::span<const std::uint32_t> ids_of(std::uint32_t unit) const {
    const std::uint32_t begin = unit == 0 ? 0 : units_[unit - 1].ids_end;
    return std::span(ids_).subspan(begin, units_[unit].ids_end - begin);
  }

  /// The features that count in this visit.
  void draw(const Example& example) {
    const auto least = static_cast<std::uint64_t>(lessons_.options.span_drop * 65536.0F);
    drawn_.clear();
    drawn_ends_.clear();
    for (std::uint32_t i = 0; i < example.unit_count; ++i) {
      for (const std::uint32_t id : ids_of(example.first_unit + i)) {
        if (lots_.next() >> 48U >= least) drawn_.push_back(id);
      }
      drawn_ends_.push_back(static_cast<std::uint32_t>(drawn_.size()));
    }
  }
  [[nodiscard]] std::span<const std::uint32_t> drawn(std::uint32_t unit) const {
    const std::uint32_t begin = unit == 0 ? 0 : drawn_ends_[unit - 1];
    return std::span(drawn_).subspan(begin, drawn_ends_[unit] - begin);
  }

  void learn_example(const Example& example) {
    draw(example);
    const float scale = 1 / (1 - lessons_.options.span_drop);
    emissions_.assign(example.unit_count, Emission{});
    zones_.resize(example.unit_count);
    for (std::uint32_t i = 0; i < example.unit_count; ++i) {
      zones_[i] = units_[example.first_unit + i].zone;
      for (const std::uint32_t id : drawn(i)) {
        for (std::size_t label = 0; label < kSpanLabels; ++label) emissions_[i][label] += scale * weights_[id][label];
      }
    }
    const StepTable steps(numbers_);
    lattice_.set(zones_, emissions_, steps);
    const double sum = lattice_.log_sum();
    ExpectedNumbers expected;
    lattice_.expect(expected_, expected);
    double gold = 0;
    std::uint8_t memory = 0;
    std::uint32_t at = 0;
    walk(example, memory, [&](const SpanStep& step, std::uint8_t zone) {
      const std::size_t transition = zone * kSpanLabels * kSpanLabels + step.transition;
      const std::size_t remembered = zone * kSpanLabels * kMemories + step.memory;
      expected.transition[transition] -= 1;
      expected.memory[remembered] -= 1;
      gold += static_cast<double>(numbers_.transition[transition] + numbers_.memory[remembered] +
                                  emissions_[at][units_[example.first_unit + at].gold]);
      ++at;
    });
    expected.final[memory] -= 1;
    gold += static_cast<double>(numbers_.final[memory]);
    loss_ += sum - gold;
    for (std::size_t i = 0; i < expected.transition.size(); ++i)
      step(numbers_.transition[i], number_squares_.transition[i], expected.transition[i]);
    for (std::size_t i = 0; i < expected.memory.size(); ++i)
      step(numbers_.memory[i], number_squares_.memory[i], expected.memory[i]);
    for (std::size_t i = 0; i < expected.final.size(); ++i)
      step(numbers_.final[i], number_squares_.final[i], expected.final[i]);
    for (std::uint32_t i = 0; i < example.unit_count; ++i) {
      Emission gradient = expected_[i];
      gradient[units_[example.first_unit + i].gold] -= 1;
      float most = 0;
      for (const float one : gradient) most = std::max(most, std::fabs(one));
      if (most < 0.01F) continue;
      for (const std::uint32_t id : drawn(i)) {
        for (std::size_t label = 0; label < kSpanLabels; ++label) {
          step(weights_[id][label], squares_[id][label],
               gradient[label] + lessons_.options.span_l2 * weights_[id][label]);
        }
      }
    }
  }

  void step(float& weight, float& square, float gradient) const {
    square += gradient * gradient;
    weight -= step_ * gradient / std::sqrt(square + 1);
  }

  void round_numbers() {
    const auto round = [](float& value) { value = std::round(value * 4096) / 4096; };
    for (float& value : numbers_.transition) round(value);
    for (float& value : numbers_.memory) round(value);
    for (float& value : numbers_.final) round(value);
  }

  [[nodiscard]] std::vector<WeightLine> rows() const {
    std::vector<std::vector<std::pair<std::uint8_t, std::int16_t>>> rows(table_.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t label = 0; label < kSpanLabels; ++label) {
        const float scaled = std::clamp(weights_[i][label] / numbers_.span_scale, -32000.0F, 32000.0F);
        const auto weight = static_cast<std::int16_t>(std::lround(scaled));
        if (weight != 0) rows[i].emplace_back(static_cast<std::uint8_t>(label), weight);
      }
    }
    return named_rows(lessons_, span_templates(), table_, rows);
  }

  const Lessons& lessons_;
  const Framed& framed_;
  ModelNumbers& numbers_;
  std::uint32_t without_;
  ExpectedNumbers number_squares_;
  FeatureTable table_;
  std::vector<std::uint32_t> ids_;
  std::vector<ExampleUnit> units_;
  std::vector<Example> examples_;
  std::vector<Emission> weights_, squares_;
  SpanLattice lattice_;
  std::vector<Emission> emissions_, expected_;
  std::vector<std::uint8_t> zones_;
  Random lots_{17};
  std::vector<std::uint32_t> drawn_, drawn_ends_;  // by unit of the example visited
  float step_ = 0;
  double loss_ = 0;
};

}  // namespace

std::vector<WeightLine> learn_spans(const Lessons& lessons, const Framed& framed, ModelNumbers& numbers,
                                    std::uint32_t without) {
  return SpanLearner(lessons, framed, numbers, without).learn();
}

}  // namespace hearsay
