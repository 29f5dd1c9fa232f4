// ArchieML drafts, as newsrooms write them in a shared document: `key: value`, [+body] of free text, :ignore.
#pragma once

#include <string_view>

#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// A key that newsrooms use and a list, object or command that only ArchieML has, or the name.
[[nodiscard]] bool is_archieml(std::string_view text, std::string_view path);

/// Fills everything of the document from valid UTF-8. Every place of its text knows its line and column in `source`.
void read_archieml(std::string_view source, const PageWords& page_words, Document& document);

}  // namespace hearsay
