// read_feed_item(): content:encoded and Atom's content are whole by their names. A description counts only where it is
// too long for a summary and does not end by leading on.
#include "document/wire/read_feed_item.h"

#include "base/utf8.h"
#include "base/xml_text.h"
#include "document/html/html_fragment.h"
#include "document/html/html_tree.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestArticle = 600;       // bytes of text; less is a summary whatever it is called
constexpr std::size_t kShortestDescription = 2000;  // of one that may be the article

std::string inner_markup(const pugi::xml_node& node) {
  std::string out;
  for (pugi::xml_node one = node.first_child(); one; one = one.next_sibling()) out += xml_text(one);
  return out;
}

bool leads_on(std::string_view html, const PageWords& page_words) {
  std::string tail = lower(plain(html.substr(html.size() > 400 ? html.size() - 400 : 0)));
  while (!tail.empty() && (tail.back() == ' ' || tail.back() == '.')) tail.pop_back();
  for (const std::string_view end : {"…", "[…]", "[&hellip;]"}) {
    if (tail.ends_with(end)) return true;
  }
  return page_words[PageRole::leads_on].closes(tail) > 0;
}

std::string text_of_child(const pugi::xml_node& item, std::string_view name) {
  return words_of(child(item, name));
}

// Atom: <link rel="alternate" href>; RSS: <link>address</link>.
std::string address_of(const pugi::xml_node& item) {
  for (const pugi::xml_node& link : children(item, "link")) {
    const std::string relation = attribute(link, "rel");
    if (std::string href = attribute(link, "href"); !href.empty() && (relation.empty() || relation == "alternate"))
      return href;
    if (std::string words = words_of(link); !words.empty()) return words;
  }
  std::string guid = text_of_child(item, "guid");
  return guid.starts_with("http") ? guid : std::string();
}

}  // namespace

std::string full_content(const pugi::xml_node& item, const PageWords& page_words) {
  const auto whole = [&](const std::string& html, std::size_t shortest) {
    return html.size() >= shortest && !leads_on(html, page_words) ? html : std::string();
  };
  if (const pugi::xml_node encoded = child(item, "encoded")) return whole(encoded.child_value(), kShortestArticle);
  for (const pugi::xml_node& content : children(item, "content")) {
    const std::string type = attribute(content, "type");
    if (!content.attribute("url").empty()) continue;  // media:content
    return whole(type == "xhtml" ? inner_markup(content) : std::string(content.child_value()), kShortestArticle);
  }
  return whole(child(item, "description").child_value(), kShortestDescription);
}

void read_feed_item(const pugi::xml_node& item, const ReadContext& reading, Document& document) {
  WireItem to;
  to.headline = text_of_child(item, "title");
  to.url = address_of(item);
  for (const pugi::xml_node& creator : children(item, "creator")) to.bylines.push_back(words_of(creator));
  if (to.bylines.empty()) {
    for (const pugi::xml_node& author : children(item, "author")) {
      const pugi::xml_node name = child(author, "name");
      to.bylines.push_back(words_of(name ? name : author));
    }
  }
  for (const char* name : {"pubDate", "published", "date", "updated"}) {
    if (to.published.empty()) to.published = text_of_child(item, name);
  }
  // Where an aggregator has the item from.
  to.sources.push_back(text_of_child(item, "source"));
  to.provider = attribute(item, "feed-title");
  const std::string html = full_content(item, reading.words);
  to.body = html_blocks(html, BlockKind::paragraph, reading);
  write_wire_item(std::move(to), reading.words, document);
}

}  // namespace hearsay
