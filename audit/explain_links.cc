// explain_links: who is who is resolved again, because an audit keeps no reasons.
#include "explain_links.h"

#include <algorithm>
#include <cmath>

#include "evidence/weights_text.h"
#include "sources/entities.h"
#include "sources/link_features.h"
#include "sources/link_score.h"
#include "sources/resolve.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostReasons = 6;

/// Takes features by name, with what each weighs.
class ReasonSink {
 public:
  explicit ReasonSink(const Model& model) : model_(model) {}

  template <class... Values>
  void operator()(std::uint32_t name, Values... values) {
    const std::size_t row = row_of(model_.link_keys, feature_key(name, values...));
    const auto weight = static_cast<double>(static_cast<float>(model_.link_rows[row].weight) * kLinkUnit);
    if (weight == 0) return;
    NamedFeature feature{.name = name, .count = sizeof...(values)};
    std::size_t at = 0;
    ((feature.values[at++] = static_cast<std::uint32_t>(values)), ...);
    const auto none = [](std::uint32_t) -> const std::string* { return nullptr; };
    const FeatureTemplate& form = link_templates()[name];
    found_.push_back(
        {.feature = std::string(form.name) + ' ' + value_text(form, feature, none, none), .weight = weight});
  }

  std::vector<Contribution> strongest() {
    std::stable_sort(found_.begin(), found_.end(), [](const Contribution& a, const Contribution& b) {
      return std::abs(a.weight) > std::abs(b.weight);
    });
    if (found_.size() > kMostReasons) found_.resize(kMostReasons);
    return std::move(found_);
  }

 private:
  const Model& model_;
  std::vector<Contribution> found_;
};

std::string name_of(const Analysis& a, const Entity& entity) {
  const Mention& fullest = a.mentions.all[entity.fullest];
  std::string name(text_of(a.document, a.text, fullest.name.empty() ? fullest.core : fullest.name));
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

std::vector<LinkReason> reasons_of(const Analysis& a, const Model& model, std::span<const LinkOption> options,
                                   const EntityTable& table) {
  std::vector<LinkReason> reasons;
  double sum = 0;
  for (const LinkOption& option : options) {
    LinkReason reason{.who = option.entity == kNone ? "nobody told of" : name_of(a, table.at(option.entity)),
                      .probability = std::exp(static_cast<double>(link_score(option.facts, model))),
                      .strongest = {}};
    sum += reason.probability;
    ReasonSink sink(model);
    link_features(option.facts, sink);
    reason.strongest = sink.strongest();
    reasons.push_back(std::move(reason));
  }
  for (LinkReason& reason : reasons) reason.probability /= sum;
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const LinkReason& x, const LinkReason& y) { return x.probability > y.probability; });
  return reasons;
}

}  // namespace

std::vector<std::vector<LinkReason>> explain_links(const Analysis& analysis, const Engine& engine,
                                                   const std::vector<std::uint32_t>& wanted) {
  std::vector<std::vector<LinkReason>> all(wanted.size());
  if (engine.model.empty()) return all;
  (void)resolve_sources(resolve_input(analysis, engine),
                        [&](std::uint32_t mention, std::span<const LinkOption> options, const EntityTable& table) {
                          for (std::size_t k = 0; k < wanted.size(); ++k) {
                            if (wanted[k] == mention) all[k] = reasons_of(analysis, engine.model, options, table);
                          }
                          return best_link(options, engine.model);
                        });
  return all;
}

}  // namespace hearsay
