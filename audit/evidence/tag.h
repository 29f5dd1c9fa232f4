// Parts of speech by an averaged perceptron. Only words with more than one tag are scored.
#pragma once

#include "document/document.h"
#include "evidence/weights.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// One tag per token, read left to right. Every tag is Tag::none where the model is empty.
[[nodiscard]] Tags tag(const Document& document, const Text& text, const Model& model);

}  // namespace hearsay
