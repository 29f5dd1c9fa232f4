// Lines and comments in which a writer lets findings stand, with the reason:
//   [hearsay:ignore CHECK reason]            on a line of its own, for the paragraph that follows
//   <!-- hearsay:ignore CHECK reason -->     in HTML and Markdown
//   hearsay:ignore-article in place of hearsay:ignore: for the whole article
// Not here: what they do to findings (score/suppress.h).
#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"

namespace hearsay {

/// A whole line that is one, white space around it left out. Its span is empty.
[[nodiscard]] std::optional<Suppression> parse_suppression(std::string_view line);
[[nodiscard]] bool is_suppression(std::string_view line);

/// Adds those that stand as whole blocks, of which it makes boilerplate. Not for plain text, whose reader sets them
/// apart before it looks for blocks.
void find_block_suppressions(Document& document);

/// Adds those that stand in comments of `source`, the markup a document was read from, each before the block that opens
/// with the words behind the comment; one behind all blocks stands at the end.
void find_comment_suppressions(std::string_view source, Document& document);

}  // namespace hearsay
