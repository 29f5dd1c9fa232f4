#include "sources/certainty.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "evidence/feature.h"

namespace hearsay {
namespace {

template <std::size_t kCount>
std::uint8_t step(double value, const std::array<double, kCount>& limits) {
  std::uint8_t at = 0;
  while (at < kCount && value >= limits[at]) ++at;
  return at;
}

/// Counted on labelled articles before any weights were learned.
double stated(const CertaintyFacts& facts, double link) {
  switch (static_cast<TellsBy>(facts.by)) {
    case TellsBy::full_name:
    case TellsBy::one_name:
    case TellsBy::account:
      return 0.95;
    case TellsBy::person_pronoun:
    case TellsBy::other_pronoun:
    case TellsBy::description:
      return 0.9 * link;
    case TellsBy::relative:
    case TellsBy::author:
      return 0.8;
    default:
      return 0.7;
  }
}

}  // namespace

std::uint8_t link_step(double probability) {
  return step(probability, std::array<double, 5>{0.3, 0.5, 0.7, 0.85, 0.95});
}
std::uint8_t confidence_step(double confidence) {
  return step(confidence, std::array<double, 6>{0.5, 0.7, 0.8, 0.9, 0.95, 0.98});
}

namespace {

/// Per entity of the article.
struct Told {
  std::vector<std::uint8_t> named;
  std::vector<std::uint32_t> first;  // mention
};

Told told_of(const Mentions& mentions, const Sources& sources) {
  Told told;
  for (std::uint32_t m = 0; m < sources.identities.size(); ++m) {
    const std::uint32_t entity = sources.identities[m].entity;
    if (entity == kNone) continue;
    if (entity >= told.first.size()) {
      told.first.resize(entity + 1, kNone);
      told.named.resize(entity + 1, 0);
    }
    told.first[entity] = std::min(told.first[entity], m);
    if (!mentions.all[m].name.empty()) told.named[entity] = 1;
  }
  return told;
}

TellsBy tells_by(const Mention& mention, std::uint32_t index, const Sources& sources, const Told& told) {
  if (mention.compound) return TellsBy::compound;
  if (mention.relative) return TellsBy::relative;
  if (mention.pronoun) {
    if (mention.person != 3) return TellsBy::first_person;
    return mention.gender == Gender::male || mention.gender == Gender::female ? TellsBy::person_pronoun
                                                                              : TellsBy::other_pronoun;
  }
  if (!mention.name.empty()) return mention.name.size() > 1 ? TellsBy::full_name : TellsBy::one_name;
  const std::uint32_t entity = sources.identities[index].entity;
  return entity != kNone && (told.named[entity] != 0 || told.first[entity] < index) ? TellsBy::description
                                                                                    : TellsBy::phrase;
}

double link_of(const Sources& sources, std::size_t attribution) {
  const std::uint32_t m = sources.told_by[attribution];
  return m == kNone ? 1 : static_cast<double>(sources.identities[m].certainty);
}

/// Of the log-odds that were learned: the articles they were learned on are those the rules were written with, and come
/// out right more often than others do. Chosen on articles that nobody had read.
constexpr double kElsewhere = 0.85;

double certainty(const CertaintyFacts& facts, double link, const Model& model) {
  if (model.empty()) return stated(facts, link);
  std::array<FeatureKey, 8> keys;  // NOLINT: filled up to the sink's end
  KeySink sink(keys.data());
  certainty_features(facts, sink);
  std::int32_t sum = 0;
  for (const FeatureKey* key = keys.data(); key != sink.end(); ++key)
    sum += model.link_rows[row_of(model.link_keys, *key)].weight;
  return 1 / (1 + std::exp(-kElsewhere * static_cast<double>(sum) * static_cast<double>(kLinkUnit)));
}

}  // namespace

std::vector<CertaintyFacts> certainty_facts(const Mentions& mentions, const Attributions& attributions,
                                            const Sources& sources) {
  const Told told = told_of(mentions, sources);
  std::vector<CertaintyFacts> all(attributions.size());
  for (std::size_t a = 0; a < attributions.size(); ++a) {
    CertaintyFacts& f = all[a];
    const std::uint32_t m = sources.told_by[a];
    const std::uint32_t source = sources.of_attribution[a];
    TellsBy by = TellsBy::nobody;
    if (is_embedded_post(attributions[a]))
      by = TellsBy::account;
    else if (attributions[a].mode == SourceMode::author)
      by = TellsBy::author;
    else if (m != kNone && source != kNone)
      by = tells_by(mentions.all[m], m, sources, told);
    f.by = static_cast<std::uint8_t>(by);
    f.link = link_step(link_of(sources, a));
    f.kind = static_cast<std::uint8_t>(source == kNone ? SourceKind::unstated : sources.all[source].kind);
    f.confidence = confidence_step(attributions[a].confidence);
    f.type = static_cast<std::uint8_t>(attributions[a].type);
    f.within = attributions[a].within != kNone ? 1 : 0;
  }
  return all;
}

std::vector<double> source_certainties(const Mentions& mentions, const Attributions& attributions,
                                       const Sources& sources, const Model& model) {
  const std::vector<CertaintyFacts> facts = certainty_facts(mentions, attributions, sources);
  std::vector<double> all;
  all.reserve(facts.size());
  for (std::size_t a = 0; a < facts.size(); ++a) all.push_back(certainty(facts[a], link_of(sources, a), model));
  return all;
}

}  // namespace hearsay
