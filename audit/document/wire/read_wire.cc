// read_wire(): parse once, then the reader of the format.
#include "document/wire/read_wire.h"

#include "document/wire/export_documents.h"
#include "document/wire/json_fields.h"
#include "document/wire/read_ans.h"
#include "document/wire/read_export.h"
#include "document/wire/read_feed_item.h"
#include "document/wire/read_newsml_1.h"
#include "document/wire/read_newsml_g2.h"
#include "document/wire/read_ninjs.h"
#include "document/wire/read_nitf.h"

namespace hearsay {
namespace {

void read_json_item(std::string_view text, const ReadContext& reading, Document& document) {
  const Json item = parse_json(text);
  if (!item.is_object()) {
    document.diagnostics.push_back({.file = document.path,
                                    .message = "not well-formed JSON",
                                    .remedy = "get the file again, or check it with a JSON parser"});
  } else if (field(item, "content_elements").is_array()) {
    document.format = "ans";
    read_ans(item, reading, document);
  } else {
    document.format = "ninjs";
    read_ninjs(item, reading, document);
  }
}

void read_xml_item(const pugi::xml_node& root, ArticleFormat format, const ReadContext& reading, Document& document) {
  switch (format) {
    case ArticleFormat::nitf:
      document.format = "nitf";
      return read_nitf(root, reading.words, document);
    case ArticleFormat::newsml_g2:
      document.format = "newsml-g2";
      return read_newsml_g2(root, reading, document);
    case ArticleFormat::newsml_1:
      document.format = "newsml-1";
      return read_newsml_1(root, reading, document);
    default:
      document.format = "feed";
      return read_feed_item(root, reading, document);
  }
}

}  // namespace

void read_wire(std::string_view text, ArticleFormat format, const ReadContext& reading, Document& document) {
  if (format == ArticleFormat::json) {
    read_json_item(text, reading, document);
  } else if (format == ArticleFormat::exported) {
    const std::vector<std::string> documents = export_documents(text);
    if (!documents.empty()) read_export(documents.front(), reading, document);
  } else {
    const XmlTree tree(text, document.path, document.diagnostics);
    if (!tree.root()) return;
    read_xml_item(tree.root(), format, reading, document);
  }
  // A headline alone is no article.
  bool body = false;
  for (const Block& block : document.blocks) body = body || is_body(block.kind);
  if (body) return;
  document.text.clear();
  document.blocks.clear();
  document.links.clear();
  if (!document.diagnostics.empty() && document.diagnostics.back().severity == Severity::error) return;
  document.diagnostics.push_back(
      {.file = document.path,
       .message = "no article text in this " + document.format + " item",
       .remedy = "it may hold a picture, a package or planning; audit the item with the text"});
}

}  // namespace hearsay
