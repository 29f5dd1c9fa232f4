// Blocks that a page or draft sets apart as quoted: their words are somebody's without any mark.
#pragma once

#include <vector>

#include "document/document.h"
#include "tokens/token.h"

namespace hearsay {

/// What of a paragraph is quoted by how it is set.
struct SetApart {
  TokenRange tokens;  // empty: nothing. Without a signature at the end ("— Ana Ruiz") and marks of the setting (">")
  bool goes_on = false;  // with the paragraph before
};

/// One for each paragraph. Where most of the body is set so, and nothing introduces it, it is the page's layout.
[[nodiscard]] std::vector<SetApart> find_set_apart(const Document& document, const Text& text);

}  // namespace hearsay
