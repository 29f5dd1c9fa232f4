// The features of the tagger, written once for the learner and the tagger.
#pragma once

#include <cstdint>

#include "evidence/feature.h"

namespace hearsay {

/// Index of tag_templates.
enum TagTemplate : std::uint32_t {
  kTagBias,
  kTagWord,
  kTagEnding,
  kTagEndingShape,
  kTagShape,
  kTagPrevious,
  kTagPreviousTwo,
  kTagPreviousWord,
  kTagWordBefore,
  kTagWordAfter,
  kTagEndingBefore,
  kTagEndingAfter,
  kTagPreviousWordAfter,
  kTagWordWordAfter,
  kTagEndingPrevious,
  kTagWordBeforeWord,
  kTagTemplateCount,
};

/// What the tagger sees of a token.
struct TagView {
  std::uint32_t word = 0;  // hash of a known word, 0 another
  std::uint32_t ending = 0;
  std::uint32_t shape = 0;
};

/// `views` points at the token; one to each side is read (edges are default values). `previous` and `before` are
/// the tags of the two tokens before, 0 at the sentence's start.
template <class Sink>
void tag_features(const TagView* views, std::uint32_t previous, std::uint32_t before, Sink& sink) {
  const TagView& at = views[0];
  const TagView& left = views[-1];
  const TagView& right = views[1];
  sink(kTagBias);
  sink(kTagWord, at.word);
  sink(kTagEnding, at.ending);
  sink(kTagEndingShape, at.ending, at.shape);
  sink(kTagShape, at.shape);
  sink(kTagPrevious, previous);
  sink(kTagPreviousTwo, previous, before);
  sink(kTagPreviousWord, previous, at.word);
  sink(kTagWordBefore, left.word);
  sink(kTagWordAfter, right.word);
  sink(kTagEndingBefore, left.ending);
  sink(kTagEndingAfter, right.ending, right.shape);
  sink(kTagPreviousWordAfter, previous, right.word);
  sink(kTagWordWordAfter, at.word, right.word);
  sink(kTagEndingPrevious, at.ending, previous);
  sink(kTagWordBeforeWord, left.word, at.word);
}

}  // namespace hearsay
