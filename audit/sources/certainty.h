// How sure it is that an attribution's source is this one: not whether there is an attribution (its confidence), nor of
// what kind a link is, but whether a reader who knows the answer would say the same. Features of how the source is
// told; weights learned on labelled articles with the links (evidence/link_templates.h).
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "evidence/link_templates.h"
#include "evidence/weights.h"
#include "mentions/mention.h"
#include "sources/source.h"

namespace hearsay {

/// By what words the source is told.
enum class TellsBy : std::uint8_t {
  full_name,
  one_name,
  person_pronoun,  // he, she and their forms
  other_pronoun,
  relative,     // who
  description,  // of somebody named, or told of before
  phrase,       // that stands for itself: "an official"
  compound,
  first_person,
  author,
  account,
  nobody,
};

struct CertaintyFacts {
  std::uint8_t by = 0;          // TellsBy
  std::uint8_t link = 0;        // probability of the link: below .3, .5, .7, .85, .95, above
  std::uint8_t kind = 0;        // SourceKind of the source
  std::uint8_t confidence = 0;  // of the attribution: below .5, .7, .8, .9, .95, .98, above
  std::uint8_t type = 0;        // AttributionType
  std::uint8_t within = 0;      // lies in another's words
};
[[nodiscard]] std::uint8_t link_step(double probability);
[[nodiscard]] std::uint8_t confidence_step(double confidence);

template <class Sink>
void certainty_features(const CertaintyFacts& f, Sink& sink) {
  sink(kSureBy, f.by);
  sink(kSureLink, f.by, f.link);
  sink(kSureKind, f.kind, f.by);
  sink(kSureConfidence, f.confidence);
  sink(kSureType, f.type, f.by);
  sink(kSureWithin, f.within);
}

/// Of each attribution, by what the resolving left.
[[nodiscard]] std::vector<CertaintyFacts> certainty_facts(const Mentions& mentions, const Attributions& attributions,
                                                          const Sources& sources);

/// 0…1 for each attribution. Without a model what is stated: names are sure, links as sure as they were chosen.
[[nodiscard]] std::vector<double> source_certainties(const Mentions& mentions, const Attributions& attributions,
                                                     const Sources& sources, const Model& model);

}  // namespace hearsay
