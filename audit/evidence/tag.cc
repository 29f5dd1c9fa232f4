// tag: greedy, left to right; a feature brings a short list of tags with weights, the highest sum wins. Marks and words of one
// tag are looked up.
#include "evidence/tag.h"

#include <array>

#include "evidence/tag_features.h"
#include "evidence/tag_views.h"

namespace hearsay {
namespace {

Tag best_tag(const TagView* views, std::uint32_t previous, std::uint32_t before, const Model& model) {
  std::array<FeatureKey, kTagTemplateCount> keys;
  KeySink sink(keys.data());
  tag_features(views, previous, before, sink);
  const std::size_t mask = model.tag_slots.size() - 1;
  for (const FeatureKey key : keys) __builtin_prefetch(&model.tag_slots[key & mask]);
  std::array<std::int32_t, 64> sums{};
  for (const FeatureKey key : keys) {
    const TagSlot* slot = find_slot(model.tag_slots, key);
    if (slot == nullptr) continue;
    const std::size_t begin = slot->begin_count >> 8U;
    const std::size_t end = begin + (slot->begin_count & 0xffU);
    for (std::size_t i = begin; i < end && i < model.tag_weights.size(); ++i) {
      sums[model.tag_weights[i].tag & 63U] += model.tag_weights[i].weight;
    }
  }
  std::size_t best = static_cast<std::size_t>(Tag::NN);
  for (std::size_t i = 1; i < kTagCount; ++i) {
    if (sums[i] > sums[best]) best = i;
  }
  return static_cast<Tag>(best);
}

}  // namespace

Tags tag(const Document& document, const Text& text, const Model& model) {
  Tags tags(text.tokens.size(), Tag::none);
  if (model.empty()) return tags;
  std::vector<Tag> fixed;
  const std::vector<TagView> views = tag_views(document, text, model, fixed);
  for (const Sentence& sentence : text.sentences) {
    SentenceViews window(views, sentence.tokens);
    std::uint32_t previous = 0;
    std::uint32_t before = 0;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      tags[t] = fixed[t] != Tag::none ? fixed[t] : best_tag(window.at(t), previous, before, model);
      before = previous;
      previous = static_cast<std::uint32_t>(tags[t]);
    }
  }
  return tags;
}

}  // namespace hearsay
