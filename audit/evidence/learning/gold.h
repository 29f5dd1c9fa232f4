// An annotated article: what people marked, as token ranges of our own tokens, and tags that another program gave.
// Evidence learns from it and is measured on it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "document/document.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// One event. Ranges are in text order, disjoint, and hold every token that the marked characters touch.
struct GoldAttribution {
  std::vector<TokenRange> source;  // empty: no source
  std::vector<TokenRange> cue;
  std::vector<TokenRange> content;
};

struct Gold {
  std::vector<GoldAttribution> attributions;  // in order of their events
  std::vector<TokenRange> discarded;          // parts that the annotators took out; nothing in them is counted
};

/// What the learner learns from.
struct Lesson {
  Document document;
  Text text;
  Gold gold;
  Tags tags;              // one per token; Tag::none where nobody gave one
  std::string publisher;  // features must be seen with several of them
};

}  // namespace hearsay
