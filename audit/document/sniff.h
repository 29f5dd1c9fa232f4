// What format an article's text is in, told from how it begins and never from the name: wires come without extensions.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class ArticleFormat : std::uint8_t {
  text,
  markdown,
  archieml,
  html,
  nitf,
  newsml_g2,
  newsml_1,
  feed,
  feed_item,
  json,
  exported,
  captions,
  mail
};

/// `text` is UTF-8; a few kilobytes of its beginning are enough. `feed`: a whole RSS or Atom file; `exported`: one
/// document of a database export, or all of it. Never markdown or archieml: these need their names (read.cc).
[[nodiscard]] ArticleFormat sniff_format(std::string_view text);

/// "3 of 262 DOCUMENTS" on a line of its own, as a Nexis export begins each document.
[[nodiscard]] bool is_document_mark(std::string_view line);

/// A JSON object that is one ninjs or ANS item, not the first of many records? `head`: the first bytes of the file.
[[nodiscard]] bool is_wire_json(std::string_view head);

}  // namespace hearsay
