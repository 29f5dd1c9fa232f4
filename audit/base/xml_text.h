// XML as bytes. Not through a stream: one that is out of memory stops without a word, and half a document would pass.
#pragma once

#include <pugixml.hpp>
#include <string>

namespace hearsay {

/// Of a node and what is in it, `depth` levels indented. Throws std::bad_alloc.
[[nodiscard]] std::string xml_text(const pugi::xml_node& node, const char* indent = "",
                                   unsigned flags = pugi::format_raw, unsigned depth = 0);
/// Of a whole document, with its declaration.
[[nodiscard]] std::string xml_text(const pugi::xml_document& document, const char* indent = "  ",
                                   unsigned flags = pugi::format_indent);

}  // namespace hearsay
