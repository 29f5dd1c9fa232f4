// read_newsml_1(): the outermost lines and parties that are given, and the first DataContent with words in it.
#include "document/wire/read_newsml_1.h"

#include "base/utf8.h"
#include "document/html/html_fragment.h"
#include "document/wire/read_nitf.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

std::string formal_party(const pugi::xml_node& node) {
  return attribute(child(node, "Party"), "FormalName");
}

// Components in document order; what is deeper than this is no story's.
constexpr int kDeepestComponent = 8;

struct Components {
  std::vector<pugi::xml_node> all;

  void collect(const pugi::xml_node& parent, int depth) {
    for (const pugi::xml_node& component : children(parent, "NewsComponent")) {
      all.push_back(component);
      if (depth < kDeepestComponent) collect(component, depth + 1);
    }
  }
};

void read_lines(const pugi::xml_node& component, WireItem& item) {
  const pugi::xml_node lines = child(component, "NewsLines");
  if (item.headline.empty()) item.headline = words_of(child(lines, "HeadLine"));
  if (item.standfirst.empty()) item.standfirst = words_of(child(lines, "SubHeadLine"));
  if (item.dateline.empty()) item.dateline = words_of(child(lines, "DateLine"));
  for (const pugi::xml_node& byline : children(lines, "ByLine")) {
    std::string words = words_of(byline);
    if (!words.empty() && item.bylines.empty()) item.bylines.push_back(std::move(words));
  }
  const pugi::xml_node administration = child(component, "AdministrativeMetadata");
  if (item.provider.empty()) item.provider = formal_party(child(administration, "Provider"));
  for (const pugi::xml_node& source : children(administration, "Source")) item.sources.push_back(formal_party(source));
  item.sources.push_back(words_of(child(lines, "CreditLine")));
  for (const pugi::xml_node& genre : children(child(component, "DescriptiveMetadata"), "Genre"))
    name_section(attribute(genre, "FormalName"), item.section);
  const pugi::xml_node language = child(child(component, "DescriptiveMetadata"), "Language");
  if (item.language.empty()) item.language = lower(attribute(language, "FormalName"));
}

void read_content_items(const pugi::xml_node& component, const ReadContext& reading, WireItem& item) {
  for (const pugi::xml_node& content : children(component, "ContentItem")) {
    if (!item.body.empty()) return;
    const pugi::xml_node data = child(content, "DataContent");
    if (const pugi::xml_node nitf = child(data, "nitf")) {
      fill_from_nitf(nitf, reading.words, item);
      continue;
    }
    const pugi::xml_node body = find(data, "body");
    item.body = xml_blocks(body ? body : data);
    const std::string text = data.child_value();
    if (item.body.size() == 1 && is_markup(item.body.front().text)) {
      item.body = html_blocks(text, BlockKind::paragraph, reading);  // HTML in CDATA
    } else if (item.body.size() == 1 && text.find('\n') != std::string::npos && !data.first_element_by_path("p")) {
      item.body = line_blocks(text);
    }
  }
}

}  // namespace

void read_newsml_1(const pugi::xml_node& root, const ReadContext& reading, Document& document) {
  const pugi::xml_node news = local_name(root) == "NewsItem" ? root : child(root, "NewsItem");
  WireItem item;
  const pugi::xml_node management = child(news, "NewsManagement");
  item.published = words_of(child(management, "FirstCreated"));
  item.status = attribute(child(management, "Status"), "FormalName");
  if (lower(item.status) == "embargoed") {
    item.embargoed = words_of(child(child(management, "StatusWillChange"), "DateAndTime"));
  }
  item.language = news.attribute("xml:lang").value();
  Components components;
  components.collect(news, 1);
  for (const pugi::xml_node& component : components.all) read_lines(component, item);
  for (const pugi::xml_node& component : components.all) read_content_items(component, reading, item);
  write_wire_item(std::move(item), reading.words, document);
}

}  // namespace hearsay
