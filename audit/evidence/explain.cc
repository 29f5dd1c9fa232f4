// explain_cues: the features of the cue score and the span model once more, with their names kept, and the weights of
// each looked up alone.
#include "evidence/explain.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "evidence/cue_features.h"
#include "evidence/evidence.h"
#include "evidence/score_cue.h"
#include "evidence/score_spans.h"
#include "evidence/span_features.h"
#include "evidence/span_lattice.h"
#include "evidence/weights_text.h"

namespace hearsay {
namespace {

class NameSink {
 public:
  template <class... Values>
  void operator()(std::uint32_t name, Values... values) {
    features.push_back({.name = name, .count = sizeof...(values), .values = {static_cast<std::uint32_t>(values)...}});
  }
  [[nodiscard]] static FeatureKey key_of(const NamedFeature& feature) {
    FeatureKey key = template_key(feature.name);
    for (std::uint32_t i = 0; i < feature.count; ++i) key += place_value(i, feature.values[i]);
    return key;
  }
  std::vector<NamedFeature> features;
};

/// Words for the hashes that features hold: those of the article, and the ids of the rules that read it.
class Names {
 public:
  Names(const Document& document, const Text& text, const Model& model, const std::vector<std::string>& others) {
    for (const std::string& name : others) words_.try_emplace(hash_of(name), name);
    for (const Token& token : text.tokens) {
      const std::string word = lower(token_text(document, token));
      words_.try_emplace(hash_of(word), word);
      CueStemBuffer buffer;
      const std::string stem(text.language->morphology->cue_stem(word, buffer));
      stems_.try_emplace(hash_of(stem), stem);
      // The model knows a stem by its hash alone: the article's first word with that stem stands for it.
      if (const WordFacts& facts = model.word(hash_of(word)); facts.known != 0) stems_.try_emplace(facts.stem, word);
    }
  }

  [[nodiscard]] std::string feature(std::span<const FeatureTemplate> templates, const NamedFeature& one) const {
    const FeatureTemplate& form = templates[one.name];
    const auto in = [](const auto& names) {
      return [&names](std::uint32_t hash) {
        const auto at = names.find(hash);
        return at == names.end() ? nullptr : &at->second;
      };
    };
    const std::string value = value_text(form, one, in(words_), in(stems_));
    return std::string(form.name) + (value.empty() || value == "*" ? "" : " " + value);
  }

 private:
  std::unordered_map<std::uint32_t, std::string> words_, stems_;
};

void keep_strongest(std::vector<Contribution>& all, std::size_t most) {
  std::stable_sort(all.begin(), all.end(), [](const Contribution& a, const Contribution& b) {
    return std::fabs(a.weight) > std::fabs(b.weight);
  });
  if (all.size() > most) all.resize(most);
}

class Explainer {
 public:
  Explainer(const Document& document, const Text& text, const Tags& tags, const Model& model,
            const ExplainOptions& options)
      : text_(text),
        model_(model),
        options_(options),
        names_(document, text, model, options.names),
        frames_(frames_of(document, text, tags, model, options.upstream)),
        cues_(score_cues(text, frames_, model)),
        proposals_(
            propose(document, text, tags, model, {.threshold = options.threshold, .upstream = options.upstream})) {}

  std::vector<CueReasons> all(const std::vector<std::uint32_t>& heads) {
    std::vector<CueReasons> reasons;
    SpanScorer scorer(text_, frames_, cues_, model_);
    for (const std::uint32_t head : heads) {
      if (head >= frames_.size()) continue;
      const Hint* hint = hint_at(head);
      SpanReading reading = scorer.read(head, hint == nullptr ? std::span<const SpanMask>{} : hint->masks, hint);
      if (!reading.feasible) reading = scorer.read(head, {}, hint);
      if (!reading.feasible) continue;
      CueReasons& one = reasons.emplace_back();
      one.reading = {.head = head,
                     .cue_probability = cues_[head],
                     .span_probability = reading.probability,
                     .source = reading.source,
                     .cue = reading.cue,
                     .content = std::move(reading.content)};
      weigh_cue(one);
      weigh_reading(one);
      weigh_edges(one, hint);
    }
    return reasons;
  }

 private:
  [[nodiscard]] const Hint* hint_at(std::uint32_t head) const {
    const auto at = std::lower_bound(options_.upstream.hints.begin(), options_.upstream.hints.end(), head,
                                     [](const Hint& hint, std::uint32_t token) { return hint.head < token; });
    return at != options_.upstream.hints.end() && at->head == head ? &*at : nullptr;
  }

  void weigh_cue(CueReasons& one) const {
    const ModelNumbers& numbers = *model_.numbers;
    const Sentence& sentence = text_.sentences[text_.sentence_of[one.reading.head]];
    const bool headline = text_.paragraphs[sentence.paragraph].kind == BlockKind::headline;
    NameSink sink;
    CueView(frames_, sentence.tokens, headline).features(one.reading.head, sink);
    one.base = numbers.cue_offset;
    one.log_odds = one.base;
    for (const NamedFeature& feature : sink.features) {
      const double weight = model_.cue_rows[row_of(model_.cue_keys, NameSink::key_of(feature))].weight *
                            static_cast<double>(numbers.cue_scale * numbers.cue_slope);
      one.log_odds += weight;
      if (weight != 0) one.strongest.push_back({names_.feature(cue_templates(), feature), weight});
    }
    keep_strongest(one.strongest, options_.most);
  }

  /// What the whole reading and those around it change in the cue score: "reading" among the contributions.
  void weigh_reading(CueReasons& one) const {
    const auto at = std::lower_bound(proposals_.begin(), proposals_.end(), one.reading.head,
                                     [](const Proposal& p, std::uint32_t head) { return p.head < head; });
    if (at == proposals_.end() || at->head != one.reading.head || cues_[at->head] <= 0) return;
    one.reading.cue_probability = at->cue_probability;
    const double p = std::clamp(static_cast<double>(at->cue_probability), 1e-6, 1 - 1e-6);
    const double moved = std::log(p / (1 - p)) - one.log_odds;
    one.log_odds += moved;
    one.strongest.push_back({"reading", moved});
    keep_strongest(one.strongest, options_.most);
  }

  /// The label of each unit of the window, as the reading gives it.
  [[nodiscard]] std::vector<std::uint8_t> labels_of(const Proposal& reading) const {
    std::vector<std::uint8_t> labels(window_.units.size(), kOutside);
    const auto label = [&](TokenRange range, std::uint8_t begin) {
      bool inside = false;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!window_.units[i].tokens.overlaps(range)) continue;
        labels[i] = inside ? static_cast<std::uint8_t>(begin + 1) : begin;
        if (inside && begin == kContentBegin && window_.units[i].tokens.end >= range.end) labels[i] = kContentEnd;
        inside = true;
      }
    };
    label(reading.source, kSourceBegin);
    label(reading.cue, kCueBegin);
    for (const TokenRange& content : reading.content) label(content, kContentBegin);
    return labels;
  }

  void weigh_edges(CueReasons& one, const Hint* hint) {
    span_window(text_, frames_, one.reading.head, window_);
    view_.fill(text_, frames_, window_, hint);
    const std::vector<std::uint8_t> labels = labels_of(one.reading);
    for (std::uint32_t unit = 0; unit < labels.size(); ++unit) {
      const std::uint8_t before = unit == 0 ? std::uint8_t{kOutside} : labels[unit - 1];
      const std::uint8_t here = labels[unit];
      const bool begins = here == kSourceBegin || here == kCueBegin || here == kContentBegin;
      const bool ends = here == kOutside && before != kOutside;
      if (!begins && !ends) continue;
      // The other reading of this place: what stood before goes on.
      const bool whole = before == kContentEnd;  // has an end, told by the features of its last unit
      const auto other = before == kOutside ? before
                         : whole            ? std::uint8_t{kContentInside}
                                            : static_cast<std::uint8_t>(before + before % 2);
      EdgeReasons& edge = one.edges.emplace_back();
      edge.role = role_of(begins ? here : before);
      edge.begins = begins;
      edge.token = window_.units[unit].tokens.begin;
      if (ends && whole) {
        weigh_edge(unit - 1, labels[unit - 2], before, other, edge);
      } else {
        weigh_edge(unit, before, here, other, edge);
      }
    }
  }

  void weigh_edge(std::uint32_t unit, std::uint8_t before, std::uint8_t here, std::uint8_t other,
                  EdgeReasons& edge) const {
    const ModelNumbers& numbers = *model_.numbers;
    NameSink sink;
    view_.features(unit, sink);
    for (const NamedFeature& feature : sink.features) {
      const SpanRow& row = model_.span_rows[row_of(model_.span_keys, NameSink::key_of(feature))];
      const double weight = (row.weights[here] - row.weights[other]) * static_cast<double>(numbers.span_scale);
      edge.margin += weight;
      if (weight != 0) edge.strongest.push_back({names_.feature(span_templates(), feature), weight});
    }
    const Side side = unit < window_.head ? Side::left : unit == window_.head ? Side::head : Side::right;
    const std::size_t zone = zone_of(side, window_.units[unit].starts_sentence);
    const auto step = [&](std::uint8_t to) {
      return static_cast<double>(numbers.transition[(zone * kSpanLabels + before) * kSpanLabels + to]);
    };
    const double moved = step(here) - step(other);
    edge.margin += moved;
    if (moved != 0) edge.strongest.push_back({"step", moved});
    keep_strongest(edge.strongest, (options_.most + 1) / 2);
  }

  static SpanRole role_of(std::uint8_t label) {
    return label <= kSourceInside ? kRoleSource : label <= kCueInside ? kRoleCue : kRoleContent;
  }

  const Text& text_;
  const Model& model_;
  const ExplainOptions& options_;
  Names names_;
  Frames frames_;
  std::vector<float> cues_;
  std::vector<Proposal> proposals_;
  SpanWindow window_;
  SpanView view_;
};

}  // namespace

std::vector<CueReasons> explain_cues(const Document& document, const Text& text, const Tags& tags, const Model& model,
                                     const std::vector<std::uint32_t>& heads, const ExplainOptions& options) {
  if (model.empty()) return {};
  return Explainer(document, text, tags, model, options).all(heads);
}

}  // namespace hearsay
