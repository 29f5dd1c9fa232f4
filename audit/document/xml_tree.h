// An XML document for the readers of wire formats: parsed without DTD, entities or anything outside the file, asked by
// local names whatever the namespaces and prefixes. The only header that shows pugixml here.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/office_xml.h"
#include "document/article_text.h"

namespace hearsay {

class XmlTree {
 public:
  /// `text` is UTF-8 whatever its declaration says. Broken markup is an error in `diagnostics` with its place.
  XmlTree(std::string_view text, std::string_view path, Diagnostics& diagnostics);
  /// The document's element; null where the text could not be parsed.
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

 private:
  pugi::xml_document document_;
};

/// The first child, or the first descendant in document order, of that local name; null if there is none.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
[[nodiscard]] pugi::xml_node find(const pugi::xml_node& node, std::string_view name);
[[nodiscard]] std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name);

/// All words in and below a node, white space collapsed. Elements do not glue words together: "By A<byttl>B" is
/// "By A B".
[[nodiscard]] std::string words_of(const pugi::xml_node& node);
[[nodiscard]] std::string attribute(const pugi::xml_node& node, const char* name);

/// The body out of NITF or XHTML elements below `node`: paragraphs, headings, list items, quotations, captions and
/// notes with their links. Tables and what is no text are left out.
[[nodiscard]] std::vector<BodyBlock> xml_blocks(const pugi::xml_node& node);

}  // namespace hearsay
