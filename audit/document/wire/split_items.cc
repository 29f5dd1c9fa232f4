// split_items(): items are found by name at the places where their formats have them. Of feeds those that hold no more
// than a summary are left out and told about once.
#include "document/wire/split_items.h"

#include <fmt/format.h>

#include "base/xml_text.h"
#include "document/office/read_office.h"
#include "document/text/encoding.h"
#include "document/wire/export_documents.h"
#include "document/wire/read_feed_item.h"
#include "document/xml_tree.h"

namespace hearsay {
namespace {

std::vector<pugi::xml_node> wire_items(const pugi::xml_node& root) {
  if (local_name(root) == "NewsML") return children(root, "NewsItem");
  std::vector<pugi::xml_node> items;
  for (const pugi::xml_node& set : children(root, "itemSet")) {
    for (const pugi::xml_node& item : children(set, "newsItem")) {
      if (child(item, "contentSet")) items.push_back(item);
    }
  }
  return items;
}

// RSS 2 has its items in a channel, RSS 1 beside it, Atom its entries below the root.
std::vector<pugi::xml_node> feed_items(const pugi::xml_node& root) {
  if (local_name(root) == "feed") return children(root, "entry");
  std::vector<pugi::xml_node> items = children(child(root, "channel"), "item");
  return items.empty() ? children(root, "item") : items;
}

void split_feed(const pugi::xml_node& root, std::string_view path, const PageWords& page_words, ItemList& list) {
  const pugi::xml_node channel = child(root, "channel");
  const std::string title = words_of(child(channel ? channel : root, "title"));
  const std::vector<pugi::xml_node> items = feed_items(root);
  for (pugi::xml_node item : items) {
    if (full_content(item, page_words).empty()) continue;
    item.append_attribute("feed-title").set_value(title.c_str());
    list.items.push_back(xml_text(item));
  }
  const std::size_t summaries = items.size() - list.items.size();
  if (items.empty() || summaries > 0) {
    list.diagnostics.push_back(
        {.severity = Severity::warning,
         .file = std::string(path),
         .message = items.empty() ? std::string("a feed without items")
                                  : fmt::format("{} of {} items of this feed hold a summary and no article; left out",
                                                summaries, items.size()),
         .remedy = "save the articles that the feed leads to and audit these"});
  }
}

}  // namespace

ItemList split_items(std::string_view bytes, std::string_view path, const PageWords& page_words) {
  ItemList list;
  if (is_office(bytes)) {
    Document draft;
    draft.path = path;
    read_office(bytes, {.words = page_words, .limits = {}}, Changes::accept, draft);
    list.items = office_export_documents(draft.text, page_words);
    list.alone = list.items.empty();
    return list;
  }
  const std::string text = to_utf8(bytes, declared_encoding(bytes), path).text;
  if (sniff_format(text) == ArticleFormat::exported) {
    list.items = export_documents(text);
    return list;
  }
  Diagnostics problems;
  const XmlTree tree(text, path, problems);
  const pugi::xml_node root = tree.root();
  if (!root) {
    list.alone = true;  // its reader says what is wrong
    return list;
  }
  if (sniff_format(text) == ArticleFormat::feed) {
    split_feed(root, path, page_words, list);
    return list;
  }
  const std::vector<pugi::xml_node> items = wire_items(root);
  list.alone = items.size() < 2;
  if (list.alone) return list;
  for (const pugi::xml_node& item : items) list.items.push_back(xml_text(item));
  return list;
}

}  // namespace hearsay
