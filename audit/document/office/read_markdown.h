// Markdown drafts with their front matter. Footnotes and HTML comments are annotations, not text.
#pragma once

#include <string_view>

#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// Front matter says so, or the name: without either, Markdown is a plain text to look at.
[[nodiscard]] bool is_markdown(std::string_view text, std::string_view path);

/// Fills everything of the document from valid UTF-8. Every place of its text knows its line and column in `source`.
void read_markdown(std::string_view source, const PageWords& page_words, Document& document);

}  // namespace hearsay
