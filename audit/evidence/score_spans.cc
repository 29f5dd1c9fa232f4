// SpanScorer::read: window, features, sums of weights per unit, masks, best labelling, and its share of the sum over
// all.
#include "evidence/score_spans.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "evidence/look_up.h"
#include "evidence/reading_features.h"
#include "evidence/span_features.h"
#include "evidence/span_lattice.h"
#include "evidence/span_window.h"

namespace hearsay {
namespace {

// The eight labels of a row; the compilers know this as a vector.
static_assert(kSpanLabels == 8);
static_assert(kSafeSum % kBlock == 0);
using EightWeights = std::int16_t __attribute__((vector_size(16)));

/// The sums of whole blocks of rows. Of kSafeSum rows they fit 16 bits, whatever the weights.
void add_rows(std::span<const SpanRow> all, std::span<const std::uint32_t> rows, std::int32_t (&sums)[kSpanLabels]) {
  for (std::size_t begin = 0; begin < rows.size(); begin += kSafeSum) {
    const std::size_t end = std::min(rows.size(), begin + kSafeSum);
    EightWeights sum{};
    for (std::size_t block = begin; block < end; block += kBlock) {
      for (std::size_t i = block; i < block + kBlock; ++i) {  // written out by the compiler
        EightWeights row;
        std::memcpy(&row, all[rows[i]].weights, sizeof row);
        sum += row;
      }
    }
    for (std::size_t label = 0; label < kSpanLabels; ++label) sums[label] += sum[label];
  }
}

/// From this probability on, the likeliest labelling is not weighed against others.
constexpr float kSure = 0.8F;
/// A reading further behind the chosen one is not told: a cue that it leaves free cannot outweigh that.
constexpr float kFarBehindChosen = 1.5F;

std::uint8_t role_of(std::size_t label) {
  return label == kOutside        ? kRoleNone
         : label <= kSourceInside ? kRoleSource
         : label <= kCueInside    ? kRoleCue
                                  : kRoleContent;
}

void forbid(Emission& emission, std::uint8_t allowed) {
  for (std::size_t label = 0; label < kSpanLabels; ++label) {
    if ((role_of(label) & allowed) == 0) emission[label] = kForbidden;
  }
}

}  // namespace

/// A separate range for each begin label and each gap between units.
SpanReading reading_of(const SpanWindow& window, const std::vector<std::uint8_t>& labels) {
  SpanReading reading;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const TokenRange tokens = window.units[i].tokens;
    const std::uint8_t role = role_of(labels[i]);
    if (role == kRoleNone) continue;
    if (role == kRoleContent) {
      if (!reading.content.empty() && reading.content.back().end == tokens.begin) {
        reading.content.back().end = tokens.end;
      } else {
        reading.content.push_back(tokens);
      }
      continue;
    }
    TokenRange& range = role == kRoleSource ? reading.source : reading.cue;
    range.begin = range.empty() ? tokens.begin : range.begin;
    range.end = tokens.end;
  }
  return reading;
}

struct SpanScorer::Work {
  Work(const Text& text_, const Frames& frames_, const std::vector<float>& cues_, const Model& model_)
      : text(text_),
        frames(frames_),
        cues(cues_),
        model(model_),
        steps(model_.empty() ? ModelNumbers{} : *model_.numbers) {}

  void score_unit(std::uint32_t unit) {
    Keys<kSpanTemplateCount> found;
    KeySink sink(found.keys.data());
    view.features(unit, sink);
    find_rows(model.span_keys, found.keys, found.rows.data());
    std::int32_t sums[kSpanLabels] = {};
    add_rows(model.span_rows, found.rows, sums);
    for (std::size_t label = 0; label < kSpanLabels; ++label) {
      emissions[unit][label] = static_cast<float>(sums[label]) * model.numbers->span_scale;
    }
  }

  void prepare(std::uint32_t head, std::span<const SpanMask> masks, const Hint* hint) {
    span_window(text, frames, head, window);
    view.fill(text, frames, window, hint);
    const std::size_t size = window.units.size();
    emissions.resize(size);
    zones.resize(size);
    for (std::uint32_t i = 0; i < size; ++i) {
      const Side side = i < window.head ? Side::left : i == window.head ? Side::head : Side::right;
      zones[i] = static_cast<std::uint8_t>(zone_of(side, window.units[i].starts_sentence));
      score_unit(i);
    }
    apply(masks);
    lattice.set(zones, emissions, steps);
  }

  /// Of the few, none empty, the one that the features of whole readings make the best; `acceptance` is what it says
  /// for there being a cue.
  const RankedLabels& choose(const Hint* hint, float& acceptance) {
    const ReadingView whole(frames, cues, window, hint);
    std::size_t best = 0;
    float most = 0;
    choices.resize(few.size());
    for (std::size_t i = 0; i < few.size(); ++i) {
      Keys<kChoiceTemplateCount> found;
      KeySink sink(found.keys.data());
      const float behind = few.front().score - few[i].score;
      whole.features(few[i].labels, static_cast<std::uint32_t>(i), behind, sink);
      std::int64_t sum = 0;
      std::int64_t accept = 0;
      find_rows(model.reading_keys, found.keys, found.rows.data());
      for (const std::uint32_t at : found.rows) {
        const ReadingRow& row = model.reading_rows[at];
        sum += row.choose;
        accept += row.accept;
      }
      const float score =
          static_cast<float>(sum) * model.numbers->reading_scale - model.numbers->reading_trust * behind;
      choices[i] = {score, static_cast<float>(accept) * model.numbers->reading_scale};
      if (i == 0 || score > most) {
        most = score;
        best = i;
      }
    }
    chosen = best;
    acceptance = choices[best].acceptance;
    return few[best];
  }

  void apply(std::span<const SpanMask> masks) {
    for (const SpanMask& mask : masks) {
      for (std::size_t i = 0; i < window.units.size(); ++i) {
        if (window.units[i].tokens.overlaps(mask.tokens)) forbid(emissions[i], mask.allowed);
      }
    }
  }

  const Text& text;
  const Frames& frames;
  const std::vector<float>& cues;
  const Model& model;
  StepTable steps;
  SpanWindow window;
  SpanView view;
  SpanLattice lattice;
  std::vector<Emission> emissions;
  std::vector<std::uint8_t> zones;
  std::vector<RankedLabels> few;
  /// One for each of the few.
  struct Choice {
    float score = 0;
    float acceptance = 0;
  };
  std::vector<Choice> choices;
  std::size_t chosen = 0;
};

SpanScorer::SpanScorer(const Text& text, const Frames& frames, const std::vector<float>& cues, const Model& model)
    : work_(std::make_unique<Work>(text, frames, cues, model)) {}
SpanScorer::~SpanScorer() = default;

const std::vector<RankedLabels>& SpanScorer::read_few(std::uint32_t head, const Hint* hint) {
  work_->few.clear();
  if (work_->model.empty() || head >= work_->frames.size()) return work_->few;
  work_->prepare(head, {}, hint);
  work_->lattice.best_few(work_->few);
  return work_->few;
}

float SpanScorer::share(const RankedLabels& one) {
  return static_cast<float>(std::exp(std::min(0.0, static_cast<double>(one.score) - work_->lattice.log_sum())));
}

ReadingView SpanScorer::view(const Hint* hint) const {
  return ReadingView(work_->frames, work_->cues, work_->window, hint);
}

const SpanWindow& SpanScorer::window() const {
  return work_->window;
}

std::vector<SpanReading> SpanScorer::others() const {
  const Work& work = *work_;
  std::vector<SpanReading> all;
  for (std::size_t i = 0; i < work.few.size(); ++i) {
    const float behind = work.choices[work.chosen].score - work.choices[i].score;
    if (i == work.chosen || behind > kFarBehindChosen) continue;
    SpanReading& one = all.emplace_back(reading_of(work.window, work.few[i].labels));
    one.acceptance = work.choices[i].acceptance;
    one.behind = behind;
  }
  return all;
}

SpanReading SpanScorer::read(std::uint32_t head, std::span<const SpanMask> masks, const Hint* hint) {
  Work& work = *work_;
  if (work.model.empty() || head >= work.frames.size()) return {};
  work.prepare(head, masks, hint);
  const float best = work.lattice.best_score();
  if (best <= kForbidden / 2) return {};
  const double log_sum = work.lattice.log_sum();
  const auto share = [&](float score) {
    return static_cast<float>(std::exp(std::min(0.0, static_cast<double>(score) - log_sum)));
  };
  SpanReading reading;
  float acceptance = 0;
  if (share(best) < kSure) {
    work.lattice.best_few(work.few);
    const RankedLabels& chosen = work.choose(hint, acceptance);
    reading = reading_of(work.window, chosen.labels);
    reading.probability = share(chosen.score);
  } else {
    work.few.resize(1);
    work.few.front().score = work.lattice.best(work.few.front().labels);
    reading = reading_of(work.window, work.choose(hint, acceptance).labels);
    reading.probability = share(best);
  }
  reading.acceptance = acceptance;
  reading.feasible = true;
  return reading;
}

}  // namespace hearsay
