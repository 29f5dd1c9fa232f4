// A document's blocks as [[kind, text], …] for comparing and for messages.
#pragma once

#include <array>
#include <nlohmann/json.hpp>

#include "document/document.h"

namespace hearsay {

inline nlohmann::json named_blocks(const Document& document) {
  static constexpr std::array<const char*, 18> kNames = {
      "headline", "standfirst", "byline", "dateline", "date",    "paragraph", "heading", "list_item", "blockquote",
      "caption",  "pull_quote", "embed",  "post",     "post_by", "read_more", "note",    "comments",  "boilerplate"};
  nlohmann::json out = nlohmann::json::array();
  for (const Block& block : document.blocks) {
    out.push_back(
        {kNames.at(static_cast<std::size_t>(block.kind)), document.text.substr(block.span.begin, block.span.size())});
  }
  return out;
}

}  // namespace hearsay
