// SpanScorer::read: window, features, sums of weights per unit, masks, best labelling, and its share of the sum over
// all.
#include "evidence/score_spans.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "evidence/span_features.h"
#include "evidence/span_lattice.h"
#include "evidence/span_window.h"

namespace hearsay {
namespace {

// Eight weights are added at once; the compilers know these as vectors.
using Row = std::int16_t __attribute__((vector_size(16)));
using Sums = std::int32_t __attribute__((vector_size(32)));

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

}  // namespace

struct SpanScorer::Work {
  Work(const Text& text_, const Frames& frames_, const std::vector<float>& cues_, const Model& model_,
       SpanDetail detail_)
      : text(text_),
        frames(frames_),
        cues(cues_),
        model(model_),
        detail(detail_),
        steps(model_.empty() ? ModelNumbers{} : *model_.numbers) {}

  void score_unit(std::uint32_t unit) {
    std::array<FeatureKey, kSpanTemplateCount> keys;
    KeySink sink(keys.data());
    view.features(unit, sink);
    Sums sums{};
    for (const FeatureKey key : keys) {
      Row row;
      std::memcpy(&row, model.span_rows[row_of(model.span_keys, key)].weights, sizeof row);
      sums += __builtin_convertvector(row, Sums);
    }
    for (std::size_t label = 0; label < kSpanLabels; ++label) {
      emissions[unit][label] = static_cast<float>(sums[label]) * model.numbers->span_scale;
    }
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
  SpanDetail detail;
  StepTable steps;
  SpanWindow window;
  SpanView view;
  SpanLattice lattice;
  std::vector<Emission> emissions;
  std::vector<std::uint8_t> zones;
  std::vector<std::uint8_t> labels;
};

SpanScorer::SpanScorer(const Text& text, const Frames& frames, const std::vector<float>& cues, const Model& model,
                       SpanDetail detail)
    : work_(std::make_unique<Work>(text, frames, cues, model, detail)) {}
SpanScorer::~SpanScorer() = default;

SpanReading SpanScorer::read(std::uint32_t head, std::span<const SpanMask> masks, const Hint* hint) {
  Work& work = *work_;
  if (work.model.empty() || head >= work.frames.size()) return {};
  span_window(work.text, work.frames, head, work.window);
  work.view.fill(work.text, work.frames, work.cues, work.window, hint);
  const std::size_t size = work.window.units.size();
  work.emissions.resize(size);
  work.zones.resize(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const Side side = i < work.window.head ? Side::left : i == work.window.head ? Side::head : Side::right;
    work.zones[i] = static_cast<std::uint8_t>(zone_of(side, work.window.units[i].starts_sentence));
    work.score_unit(i);
  }
  work.apply(masks);
  work.lattice.set(work.zones, work.emissions, work.steps);
  const float best = work.lattice.best(work.labels);
  if (best <= kForbidden / 2) return {};
  SpanReading reading = reading_of(work.window, work.labels);
  reading.feasible = true;
  if (work.detail == SpanDetail::labels) return reading;
  reading.probability = static_cast<float>(std::exp(std::min(0.0, static_cast<double>(best) - work.lattice.log_sum())));
  return reading;
}

}  // namespace hearsay
