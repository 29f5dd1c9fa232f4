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
  /// Valid until the next call; [-2] … [2] may be read.
  [[nodiscard]] const TagView* at(std::uint32_t t) {
    if (t >= tokens_.begin + 2 && t + 2 < tokens_.end) return &views_[t];
    for (std::uint32_t i = 0; i < 5; ++i) {
      const std::uint32_t at = t + i;
      edge_[i] = at >= tokens_.begin + 2 && at - 2 < tokens_.end ? views_[at - 2]
                                                                 : TagView{.word = kEdgeWord, .ending = 0, .shape = 12};
    }
    return &edge_[2];
  }

 private:
  const std::vector<TagView>& views_;
  TokenRange tokens_;
  std::array<TagView, 5> edge_{};
};

}  // namespace hearsay
