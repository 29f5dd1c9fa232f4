// A piece of HTML that is the article and nothing but the article: a body out of a record, a feed or a wire. No page
// around it is looked for.
#pragma once

#include <string_view>
#include <vector>

#include "document/article_text.h"
#include "document/read.h"

namespace hearsay {

/// `given`: what is known of the piece; a paragraph may turn out as heading, list item or block quotation.
[[nodiscard]] std::vector<BodyBlock> html_blocks(std::string_view html, BlockKind given, const ReadContext& reading);

/// Does a text hold marks of HTML paragraphs?
[[nodiscard]] bool is_markup(std::string_view text);

}  // namespace hearsay
