// The XML parts of an office document and how they name one another. Elements are known by their local names: files use
// the transitional, the strict or the OpenDocument namespaces under any prefix. No entity is resolved, nothing fetched.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/zip.h"

namespace hearsay {

/// Parses a part, keeping white space. False where it is no XML; `xml` is then empty.
[[nodiscard]] bool load_part(std::string_view part, pugi::xml_document& xml);

/// As UTF-8 text of a part, without indentation.
[[nodiscard]] std::string save_part(const pugi::xml_document& xml);

/// "t" of <w:t>.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
[[nodiscard]] bool is_element(pugi::xml_node node, std::string_view local);

/// The first child element or attribute of that local name, empty where there is none.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node node, std::string_view local);
[[nodiscard]] std::string_view attribute_of(pugi::xml_node node, std::string_view local);

/// Elements of these local names in document order, however deep.
[[nodiscard]] std::vector<pugi::xml_node> elements_of(pugi::xml_node root, std::vector<std::string_view> locals);

/// The <w:t> and <w:delText> of a DOCX part: what RunText::element counts.
[[nodiscard]] std::vector<pugi::xml_node> text_elements(pugi::xml_node root);

/// The words of such an element: without the blanks around them where the file does not ask to keep these.
[[nodiscard]] std::string_view element_words(pugi::xml_node text);

struct Relationship {
  std::string id, type, target;  // the target as a part's name, or as an address where it is external
  bool external = false;
};

/// What `part` refers to; none where it refers to nothing.
[[nodiscard]] std::vector<Relationship> relationships_of(const ZipParts& zip, std::string_view part);

/// "word/_rels/document.xml.rels" of "word/document.xml".
[[nodiscard]] std::string relationships_part(std::string_view part);

/// The part of the article's text of a DOCX, "" where the archive is none.
[[nodiscard]] std::string main_part(const ZipParts& zip);

}  // namespace hearsay
