// tag: greedy, left to right; a feature brings a weight for each tag, the highest sum wins. Marks and words of one tag
// are looked up.
#include "evidence/tag.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "evidence/tag_features.h"
#include "evidence/tag_views.h"

namespace hearsay {
namespace {

// Eight tags are added at once; the compilers know these as vectors. The templates are too few to overflow 16 bits.
using Row = std::int8_t __attribute__((vector_size(8)));
using Sums = std::int16_t __attribute__((vector_size(16)));

Tag best_tag(const TagView* views, std::uint32_t previous, std::uint32_t before, const Model& model) {
  std::array<FeatureKey, kTagTemplateCount> keys;
  KeySink sink(keys.data());
  tag_features(views, previous, before, sink);
  std::array<Sums, 5> sums{};
  std::array<const TagRow*, kTagTemplateCount> rows;
  find_rows(model.tag_keys, model.tag_rows, keys, rows.data());
  for (const TagRow* row : rows) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
      Row part;
      std::memcpy(&part, row->weights + i * sizeof part, sizeof part);
      sums[i] += __builtin_convertvector(part, Sums);
    }
  }
  std::array<std::int16_t, 40> scores;
  std::memcpy(scores.data(), sums.data(), sizeof scores);
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
