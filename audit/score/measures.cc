// measure: one function per measure gives its value, its evidence and whether there was anything to measure.
#include "score/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "score/positions.h"
#include "score/voices.h"

namespace hearsay {
namespace {

constexpr double kSteep = 3;         // one statement in three costs all
constexpr double kFirstVoice = 0.5;  // of what the first voice would earn is taken off
constexpr double kLikely = 0.1;      // questions at least so likely are shown as what costs points

struct Reading {
  bool applies = false;
  double value = 1;
  std::vector<std::uint32_t> attributions, claims;
};

struct Measurer {
  const ScoreInput& input;
  const FoundClaims& claims;
  const std::vector<std::uint32_t>& voices;
  const SourceUse& use;
  const FactSheet& facts;
  const std::vector<EditorQuestion>& questions;
  const Policy& policy;

  [[nodiscard]] const Source* source_of(std::uint32_t attribution) const {
    return source_at(input.sources, source_index(input.sources, attribution));
  }

  /// Attributions to somebody, or to nobody where there should be one: not the writer's own, not a population's, and no
  /// post that is only shown: nobody was asked.
  [[nodiscard]] bool counts(std::uint32_t index) const {
    const Attribution& attribution = input.attributions[index];
    if (!attribution.statement || is_embedded_post(attribution) || attribution.mode == SourceMode::author ||
        attribution.content.empty())
      return false;
    const Source* source = source_of(index);
    return source == nullptr || (source->kind != SourceKind::collective && source->kind != SourceKind::author &&
                                 source->kind != SourceKind::other);
  }

  [[nodiscard]] bool is_post(const Claim& claim) const {
    return !claim.attributions.empty() && std::ranges::all_of(claim.attributions, [&](std::uint32_t a) {
      return is_embedded_post(input.attributions[a]);
    });
  }

  template <typename Good>
  [[nodiscard]] Reading share_of_attributions(const Good& good) const {
    Reading reading;
    std::size_t all = 0;
    for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
      if (!counts(a)) continue;
      ++all;
      if (!good(a)) reading.attributions.push_back(a);
    }
    reading.applies = all > 0;
    if (all > 0) reading.value = 1 - static_cast<double>(reading.attributions.size()) / static_cast<double>(all);
    return reading;
  }

  [[nodiscard]] Reading named_share() const {
    return share_of_attributions([&](std::uint32_t a) {
      const Source* source = source_of(a);
      return source != nullptr && is_identified(*source);
    });
  }

  /// How many identified voices are heard that do not belong together: each further one adds less, the first little.
  [[nodiscard]] Reading named_voices() const {
    Reading reading;
    std::vector<char> heard(input.sources.all.size(), 0);
    for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
      const Attribution& attribution = input.attributions[a];
      if (!attribution.statement || is_embedded_post(attribution) || attribution.content.empty()) continue;
      reading.applies = true;
      const std::uint32_t index = source_index(input.sources, a);
      const Source* source = source_at(input.sources, index);
      if (source != nullptr && !source->anonymous &&
          (source->kind == SourceKind::named_person || source->kind == SourceKind::named_organisation)) {
        heard[voices[index]] = 1;
      } else {
        reading.attributions.push_back(a);
      }
    }
    for (const Claim& claim : claims.claims) reading.applies = reading.applies || hearsay::counts(claim);
    const auto voices_heard = static_cast<double>(std::count(heard.begin(), heard.end(), 1));
    const double one = kFirstVoice * std::log1p(1.0), enough = std::log1p(std::max(policy.enough_names, 2.0));
    reading.value = std::clamp((std::log1p(voices_heard) - one) / (enough - one), 0.0, 1.0);
    if (reading.value >= 1) reading.attributions.clear();
    if (reading.value < 1 && reading.attributions.empty()) {
      for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
        if (input.attributions[a].statement) reading.attributions.push_back(a);
      }
      for (std::uint32_t c = 0; c < claims.claims.size(); ++c) {
        if (claims.claims[c].attributions.empty() && hearsay::counts(claims.claims[c])) reading.claims.push_back(c);
      }
    }
    return reading;
  }

  /// What one statement in three takes all of, as it does from editors' grades.
  static Reading steep(Reading reading) {
    reading.value = std::max(0.0, 1 - kSteep * (1 - reading.value));
    return reading;
  }

  /// Statements that are no other newsroom's.
  [[nodiscard]] Reading first_hand() const {
    return steep(share_of_attributions([&](std::uint32_t a) {
      const Source* source = source_of(a);
      return source == nullptr || source->kind != SourceKind::media || source->own;
    }));
  }

  [[nodiscard]] Reading named_persons() const {
    return steep(share_of_attributions([&](std::uint32_t a) {
      const Source* source = source_of(a);
      return source == nullptr || source->kind != SourceKind::unnamed_person;
    }));
  }

  [[nodiscard]] Reading sourced_claims() const {
    Reading reading;
    double sourced = 0;
    for (std::uint32_t c = 0; c < claims.claims.size(); ++c) {
      if (!hearsay::counts(claims.claims[c]) || is_post(claims.claims[c])) continue;
      reading.applies = true;
      if (claims.claims[c].status == ClaimStatus::unattributed)
        reading.claims.push_back(c);
      else
        ++sourced;
    }
    reading.value = std::min(1.0, std::log1p(sourced) / std::log1p(std::max(policy.enough_claims, 1.0)));
    if (reading.value >= 1) reading.claims.clear();
    return reading;
  }

  [[nodiscard]] Reading open_questions() const {
    Reading reading;
    double expected = 0;
    for (const EditorQuestion& question : questions) {
      expected += question.likelihood;
      if (question.likelihood < kLikely) continue;
      reading.attributions.insert(reading.attributions.end(), question.attributions.begin(),
                                  question.attributions.end());
      if (question.claim != kNone) reading.claims.push_back(question.claim);
    }
    std::sort(reading.attributions.begin(), reading.attributions.end());
    reading.attributions.erase(std::unique(reading.attributions.begin(), reading.attributions.end()),
                               reading.attributions.end());
    std::sort(reading.claims.begin(), reading.claims.end());
    reading.applies = !questions.empty();
    reading.value = std::max(0.0, 1 - expected / std::max(policy.enough_questions, 1.0));
    return reading;
  }

  [[nodiscard]] Reading traced_share() const {
    return share_of_attributions(
        [&](std::uint32_t a) { return a < input.trace.chains.size() && input.trace.chains[a].traced; });
  }

  [[nodiscard]] Reading attributed_claims() const {
    Reading reading;
    double all = 0;
    for (std::uint32_t c = 0; c < claims.claims.size(); ++c) {
      if (!hearsay::counts(claims.claims[c])) continue;
      ++all;
      if (claims.claims[c].status == ClaimStatus::unattributed && facts.value(Fact::claim_linked, c) == 0) {
        reading.claims.push_back(c);
      }
    }
    reading.applies = all > 0;
    if (reading.applies) reading.value = 1 - static_cast<double>(reading.claims.size()) / all;
    return reading;
  }

  /// Each attribution to an anonymous source earns the step of the ladder its source stands on.
  [[nodiscard]] Reading specificity() const {
    Reading reading;
    constexpr double kSteps = static_cast<double>(Specificity::reasoned) - static_cast<double>(Specificity::bare);
    double earned = 0, all = 0;
    for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
      const Source* source = source_of(a);
      if (source == nullptr || !source->anonymous || !input.attributions[a].statement) continue;
      const double step =
          std::max(0.0, static_cast<double>(source->specificity) - static_cast<double>(Specificity::bare));
      ++all;
      earned += step / kSteps;
      if (step < kSteps) reading.attributions.push_back(a);
    }
    reading.applies = all > 0;
    if (reading.applies) reading.value = earned / all;
    return reading;
  }

  /// The number of equally heard voices that would be as uneven as these (inverse Simpson index of their words).
  [[nodiscard]] Reading independent_sources() const {
    Reading reading;
    reading.applies = !claims.claims.empty() || !input.attributions.empty();
    double words = 0, squares = 0, top = 0;
    std::uint32_t top_voice = kNone;
    for (std::uint32_t v = 0; v < use.voice_words.size(); ++v) {
      if (!is_identified(input.sources.all[v])) continue;
      const double said = use.voice_words[v];
      words += said;
      squares += said * said;
      if (said > top) {
        top = said;
        top_voice = v;
      }
    }
    const double heard = squares > 0 ? words * words / squares : 0;
    const double enough = std::max(policy.enough_voices, 1.0);
    reading.value = enough > 1 ? std::clamp((heard - 1) / (enough - 1), 0.0, 1.0) : (heard > 0 ? 1.0 : 0.0);
    if (reading.value >= 1) return reading;
    for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
      if (!input.attributions[a].statement) continue;
      const std::uint32_t source = source_index(input.sources, a);
      if (top_voice == kNone || (source != kNone && voices[source] == top_voice)) reading.attributions.push_back(a);
    }
    if (reading.attributions.empty()) {
      for (std::uint32_t c = 0; c < claims.claims.size(); ++c) {
        if (hearsay::counts(claims.claims[c])) reading.claims.push_back(c);
      }
    }
    return reading;
  }

  /// A document counts in full where it is linked, or where a text without any link says whose it is.
  [[nodiscard]] Reading documents() const {
    Reading reading;
    double earned = 0, all = 0;
    for (std::uint32_t s = 0; s < input.sources.all.size(); ++s) {
      if (input.sources.all[s].kind != SourceKind::document || use.attributions[s].empty()) continue;
      const bool linked = std::any_of(use.attributions[s].begin(), use.attributions[s].end(),
                                      [&](std::uint32_t a) { return facts.value(Fact::attribution_linked, a) != 0; });
      const bool known = facts.value(Fact::source_provenance, s) != 0;
      const double value = linked ? 1 : !known ? 0 : input.document.links.empty() ? 1 : 0.5;
      ++all;
      earned += value;
      if (value < 1) {
        reading.attributions.insert(reading.attributions.end(), use.attributions[s].begin(), use.attributions[s].end());
      }
    }
    reading.applies = all > 0;
    if (reading.applies) reading.value = earned / all;
    std::sort(reading.attributions.begin(), reading.attributions.end());
    reading.attributions.erase(std::unique(reading.attributions.begin(), reading.attributions.end()),
                               reading.attributions.end());
    return reading;
  }

  [[nodiscard]] Reading read(MeasureId id) const {
    switch (id) {
      case MeasureId::named_voices:
        return named_voices();
      case MeasureId::first_hand:
        return first_hand();
      case MeasureId::named_persons:
        return named_persons();
      case MeasureId::sourced_claims:
        return sourced_claims();
      case MeasureId::open_questions:
        return open_questions();
      case MeasureId::named_share:
        return named_share();
      case MeasureId::attributed_claims:
        return attributed_claims();
      case MeasureId::specificity:
        return specificity();
      case MeasureId::traced_share:
        return traced_share();
      case MeasureId::independent_sources:
        return independent_sources();
      case MeasureId::documents:
        return documents();
    }
    return {};
  }
};

}  // namespace

std::vector<Measure> measure(const ScoreInput& input, const FoundClaims& claims,
                             const std::vector<std::uint32_t>& voices, const SourceUse& use, const FactSheet& facts,
                             const std::vector<EditorQuestion>& questions, const Policy& policy) {
  const Measurer measurer{input, claims, voices, use, facts, questions, policy};
  std::vector<Measure> measures;
  double weights = 0;
  for (const MeasureSetting& setting : policy.measures) {
    Reading reading = measurer.read(setting.id);
    Measure made;
    made.id = setting.name;
    made.label = setting.label;
    if (reading.applies) made.value = reading.value;
    made.weight = reading.applies ? std::max(setting.weight, 0.0) : 0;
    made.evidence = std::move(reading.attributions);
    made.claims = std::move(reading.claims);
    weights += made.weight;
    measures.push_back(std::move(made));
  }
  for (Measure& made : measures) made.weight = weights > 0 ? made.weight / weights : 0;
  return measures;
}

std::optional<int> total_of(const std::vector<Measure>& measures) {
  double sum = 0, weights = 0;
  for (const Measure& made : measures) {
    if (!made.value) continue;
    sum += *made.value * made.weight;
    weights += made.weight;
  }
  if (weights <= 0) return std::nullopt;
  return static_cast<int>(std::lround(std::clamp(100 * sum / weights, 0.0, 100.0)));
}

}  // namespace hearsay
