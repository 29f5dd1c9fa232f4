#include "base/office_xml.h"

#include <algorithm>

#include "base/xml_text.h"

namespace hearsay {
namespace {

// A target against the folder of the part that names it: "../media/a" and "/word/a" are names, never paths of a disk.
std::string resolved(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string_view folder = part.substr(0, part.find_last_of('/') + 1);  // with its "/"; npos + 1 is 0
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../") && !folder.empty())
      folder = folder.substr(0, folder.substr(0, folder.size() - 1).find_last_of('/') + 1);
    target.remove_prefix(target.find('/') + 1);
  }
  return std::string(folder) + std::string(target);
}

}  // namespace

bool load_part(std::string_view part, pugi::xml_document& xml) {
  const auto result =
      xml.load_buffer(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration);
  if (result) return true;
  xml.reset();
  return false;
}

std::string save_part(const pugi::xml_document& xml) {
  return xml_text(xml, "", pugi::format_raw);
}

std::string_view local_name(pugi::xml_node node) {
  std::string_view name = node.name();
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name;
}

bool is_element(pugi::xml_node node, std::string_view local) {
  return node.type() == pugi::node_element && local_name(node) == local;
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_node child : node.children()) {
    if (is_element(child, local)) return child;
  }
  return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    std::string_view name = attribute.name();
    if (name.starts_with("xmlns")) continue;
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    if (name == local) return attribute.value();
  }
  return {};
}

std::vector<pugi::xml_node> elements_of(pugi::xml_node root, std::vector<std::string_view> locals) {
  std::vector<pugi::xml_node> found;
  pugi::xml_node node = root;
  while (node) {
    if (node.type() == pugi::node_element && std::find(locals.begin(), locals.end(), local_name(node)) != locals.end())
      found.push_back(node);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
  return found;
}

std::vector<pugi::xml_node> text_elements(pugi::xml_node root) {
  return elements_of(root, {"t", "delText"});
}

std::string_view element_words(pugi::xml_node text) {
  const std::string_view words = text.text().get();
  if (attribute_of(text, "space") == "preserve") return words;
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = words.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(kBlank) + 1 - begin);
}

std::string relationships_part(std::string_view part) {
  const std::size_t slash = part.find_last_of('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

std::vector<Relationship> relationships_of(const ZipParts& zip, std::string_view part) {
  std::vector<Relationship> found;
  const std::string* bytes = zip.find(relationships_part(part));
  pugi::xml_document xml;
  if (bytes == nullptr || !load_part(*bytes, xml)) return found;
  for (const pugi::xml_node node : elements_of(xml.root(), {"Relationship"})) {
    Relationship one{.id = std::string(attribute_of(node, "Id")),
                     .type = std::string(attribute_of(node, "Type")),
                     .target = std::string(attribute_of(node, "Target")),
                     .external = attribute_of(node, "TargetMode") == "External"};
    if (!one.external) one.target = resolved(part, one.target);
    found.push_back(std::move(one));
  }
  return found;
}

std::string main_part(const ZipParts& zip) {
  for (const Relationship& one : relationships_of(zip, "")) {
    if (one.type.ends_with("/officeDocument") && zip.find(one.target) != nullptr) {
      pugi::xml_document xml;
      // One that cannot be read is for its reader to complain of.
      const bool text = !load_part(*zip.find(one.target), xml) || is_element(xml.document_element(), "document");
      return text ? one.target : std::string();
    }
  }
  return zip.find("word/document.xml") == nullptr ? "" : "word/document.xml";
}

}  // namespace hearsay
