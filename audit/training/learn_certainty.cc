// learn_certainty: logistic regression on few features; right is a source one of whose names a reader gave, or one
// without a name where the reader gives none.
#include <algorithm>
#include <cmath>

#include "evidence/feature_table.h"
#include "evidence/weights_text.h"
#include "sources/certainty.h"
#include "sources/link_score.h"
#include "sources/resolve.h"
#include "training/learn_links.h"

namespace hearsay {
namespace {

struct Case {
  CertaintyFacts facts;
  bool right = false;
};

bool is_unnamed(SourceKind kind) {
  return kind == SourceKind::unnamed_person || kind == SourceKind::unnamed_group || kind == SourceKind::collective;
}

bool is_right(const LabelledSource& labelled, const Sources& sources, const LanguageWords& language) {
  const std::uint32_t s = sources.of_attribution[labelled.attribution];
  if (s == kNone || sources.all[s].kind == SourceKind::unstated) return labelled.names.empty() && !labelled.unnamed;
  const auto told = [&](const std::string& name) {
    return std::find(labelled.names.begin(), labelled.names.end(), folded_name(name, language)) != labelled.names.end();
  };
  const Source& source = sources.all[s];
  // Where the phrase of one who has no name ends, readers need not agree.
  if (labelled.unnamed && is_unnamed(source.kind)) return true;
  // As whoever scores sources counts: an alias stands for the label's own full name alone.
  return told(source.name) || (!labelled.names.empty() &&
                               std::any_of(source.aliases.begin(), source.aliases.end(), [&](const std::string& alias) {
                                 return folded_name(alias, language) == labelled.names.front();
                               }));
}

std::vector<Case> cases_of(const std::vector<PreparedLinks>& lessons, const Engine& engine, const Model& model) {
  std::vector<Case> cases;
  for (const PreparedLinks& lesson : lessons) {
    if (lesson.sources.empty()) continue;
    const Analysis& a = lesson.analysis;
    const Sources sources = resolve_sources(resolve_input(a, engine), best_links(model));
    const std::vector<CertaintyFacts> facts = certainty_facts(a.mentions, a.attributions, sources);
    for (const LabelledSource& labelled : lesson.sources)
      cases.push_back({.facts = facts[labelled.attribution], .right = is_right(labelled, sources, *a.text.language)});
  }
  return cases;
}

}  // namespace

std::vector<WeightLine> learn_certainty(const std::vector<PreparedLinks>& lessons, const Engine& engine,
                                        const Model& model) {
  constexpr std::uint32_t kRounds = 60;
  constexpr float kRate = 0.1F;
  constexpr float kL2 = 0.02F;
  const std::vector<Case> cases = cases_of(lessons, engine, model);
  FeatureTable features;
  for (std::uint32_t item = 0; item < cases.size(); ++item) {
    CountSink sink{features, 0, item};
    certainty_features(cases[item].facts, sink);
  }
  features.keep(4, 1);
  std::vector<float> weight(features.size(), 0);
  std::vector<float> square(features.size(), 1e-6F);
  std::vector<std::uint32_t> ids;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    for (const Case& one : cases) {
      ids.clear();
      FindSink sink{features, ids};
      certainty_features(one.facts, sink);
      float sum = 0;
      for (const std::uint32_t id : ids) sum += weight[id];
      const float gradient = 1 / (1 + std::exp(-sum)) - (one.right ? 1.0F : 0.0F);
      for (const std::uint32_t id : ids) {
        const float g = gradient + kL2 * weight[id];
        square[id] += g * g;
        weight[id] -= kRate * g / std::sqrt(square[id]);
      }
    }
  }
  return feature_rows(features, weight);
}

}  // namespace hearsay
