// What the tagger sees of each token, for the learner and the tagger alike.
#pragma once

#include <array>
#include <vector>

#include "document/document.h"
#include "evidence/tag_features.h"
#include "evidence/weights.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// One per token; `fixed` gets the tag of each token that needs no choice, none for the others.
[[nodiscard]] std::vector<TagView> tag_views(const Document& document, const Text& text, const Model& model,
                                             std::vector<Tag>& fixed);

/// Gives a window that does not look over the ends of its sentence.
class SentenceViews {
 public:
  SentenceViews(const std::vector<TagView>& views, TokenRange tokens) : views_(views), tokens_(tokens) {}
  /// Valid until the next call; [-1] … [1] may be read.
  [[nodiscard]] const TagView* at(std::uint32_t t) {
    if (t > tokens_.begin && t + 1 < tokens_.end) return &views_[t];
    constexpr TagView kEdge{.word = kEdgeWord, .ending = 0, .shape = 12};
    edge_ = {t > tokens_.begin ? views_[t - 1] : kEdge, views_[t], t + 1 < tokens_.end ? views_[t + 1] : kEdge};
    return &edge_[1];
  }

 private:
  const std::vector<TagView>& views_;
  TokenRange tokens_;
  std::array<TagView, 3> edge_{};
};

}  // namespace hearsay
