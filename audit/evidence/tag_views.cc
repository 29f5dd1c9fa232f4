// tag_views: marks, plain numbers and words of one tag are decided here; the tagger chooses for the rest.
#include "evidence/tag_views.h"

#include "evidence/frame.h"

namespace hearsay {
namespace {

Tag tag_without_choice(const Token& token, const WordFacts& facts) {
  if (facts.known != 0 && facts.tag != 0) return static_cast<Tag>(facts.tag);
  if (token.has(kPunct)) return Tag::punct;
  if (token.has(kDigit) && !token.has(kAlpha)) return Tag::CD;
  return Tag::none;
}

}  // namespace

std::vector<TagView> tag_views(const Document& document, const Text& text, const Model& model,
                               std::vector<Tag>& fixed) {
  std::vector<TagView> views(text.tokens.size());
  fixed.assign(text.tokens.size(), Tag::none);
  for (std::size_t t = 0; t < views.size(); ++t) {
    const Token& token = text.tokens[t];
    const WordFacts& facts = model.word(token.hash);
    fixed[t] = tag_without_choice(token, facts);
    views[t] = {.word = facts.known != 0 ? token.hash : 0,
                .ending = ending_of(token_text(document, token)),
                .shape = shape_of(token)};
  }
  return views;
}

}  // namespace hearsay
