// From an attribution's words to what it is found by in other articles: stems, facts and a few keys. Linear in the
// content; only stems are held, no words. Not here: what is one utterance (trace/across.h).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attributions/attribution.h"
#include "document/document.h"
#include "mentions/article.h"
#include "tokens/token.h"
#include "trace/thread.h"

namespace hearsay {

/// What an utterance is compared by (fields as in Utterance).
struct Compared {
  std::vector<Stem> words;
  std::vector<Stem> facts;
  bool quoted = false;
};

/// The words of `content`. Of an attribution that is not indirect, those in quotation marks, unless they are too few to
/// find anything by: then all, and not quoted. At most 600 words.
[[nodiscard]] Compared compared_words(const Document& document, const Text& text, std::span<const TokenRange> content,
                                      AttributionType type);

/// At most 64 keys, ascending, each once. A quotation is signed by runs of three content words, thinned so that two
/// quotations that share five content words in a row share a key, however they were trimmed. Indirect words are signed
/// where they hold two names or figures, also by pairs of these.
[[nodiscard]] Signature sign(const Compared& compared);

/// Per attribution.
[[nodiscard]] std::vector<Signature> sign_attributions(const Article& article, const Attributions& attributions);

}  // namespace hearsay
