// tag: greedy, left to right; a feature brings a weight for each tag, the highest sum wins. Marks and words of one tag
// are looked up.
#include "evidence/tag.h"

#include <algorithm>
#include <span>

#include "evidence/look_up.h"
#include "evidence/tag_features.h"
#include "evidence/tag_views.h"

namespace hearsay {
namespace {

Tag best_tag(const TagView* views, std::uint32_t previous, std::uint32_t before, const Model& model) {
  Keys<kTagTemplateCount> found;
  KeySink sink(found.keys.data());
  tag_features(views, previous, before, sink);
  find_rows(model.tag_keys, found.keys, found.rows.data());
  TagSums scores;
  sum_rows(model.tag_rows, std::span(found.rows).first(kTagTemplateCount), scores);
  // The highest first, then whose it is: a loop that remembers both would branch at each. Of equals a noun is taken,
  // then the first.
  std::int16_t most = scores[1];
  for (std::size_t i = 2; i < kTagCount; ++i) most = std::max(most, scores[i]);
  std::size_t best = static_cast<std::size_t>(Tag::NN);
  if (scores[best] < most) {
    best = 1;
    while (scores[best] != most) ++best;
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
