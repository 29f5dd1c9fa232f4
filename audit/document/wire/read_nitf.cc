// read_nitf(): head and body.head into the item, body.content into blocks. Bylines are mixed content with the writer's
// office in an element; of several for one thing the printed one counts.
#include "document/wire/read_nitf.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// "By Ana Ruiz" without the office; a byline that is nothing but an office names the paper.
std::string byline_of(const pugi::xml_node& byline, const PageWords& page_words) {
  const pugi::xml_node office = child(byline, "byttl");
  std::string words = words_of(byline);
  if (office) {
    const std::string title = words_of(office);
    if (words.ends_with(title)) words.resize(words.size() - title.size());
    words = std::string(trim(words));
    while (!words.empty() && (words.back() == ',' || words.back() == '-')) words.pop_back();
    if (page_words[PageRole::byline_by].is(lower(words)) || words.empty()) words = title;
  }
  // "gr/bp": initials.
  return words.find(' ') == std::string::npos && words.find('/') != std::string::npos ? std::string() : words;
}

void read_bylines(const pugi::xml_node& head, const PageWords& page_words, WireItem& item) {
  if (!item.bylines.empty()) return;
  for (const pugi::xml_node& byline : children(head, "byline")) {
    if (attribute(byline, "class") == "normalized_byline") continue;  // of the one before it
    if (std::string words = byline_of(byline, page_words); !words.empty()) item.bylines.push_back(std::move(words));
  }
}

// The delivery list, nearest to us last: from-src levels count from the origin.
std::vector<std::string> senders(const pugi::xml_node& data) {
  std::vector<std::pair<int, std::string>> levels;
  for (const pugi::xml_node& from : children(child(data, "del-list"), "from-src"))
    levels.emplace_back(from.attribute("level-number").as_int(), attribute(from, "src-name"));
  std::stable_sort(levels.begin(), levels.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  names.reserve(levels.size());
  for (auto& [level, name] : levels) names.push_back(std::move(name));
  return names;
}

void read_data(const pugi::xml_node& head, const PageWords& page_words, WireItem& item) {
  const pugi::xml_node data = child(head, "docdata");
  const pugi::xml_node publication = child(head, "pubdata");
  fill(item.provider, attribute(publication, "name"));
  fill(item.published, attribute(publication, "date.publication"));
  fill(item.published, attribute(child(data, "date.release"), "norm"));
  if (wire_date(item.published, page_words).empty()) item.published = attribute(child(data, "date.issue"), "norm");
  fill(item.status, attribute(data, "management-status"));
  if (lower(item.status) == "embargoed") fill(item.embargoed, attribute(child(data, "date.release"), "norm"));
  std::vector<std::string> names = senders(data);
  item.sources.insert(item.sources.end(), names.begin(), names.end());
}

}  // namespace

void fill_from_nitf(const pugi::xml_node& nitf, const PageWords& page_words, WireItem& item) {
  const pugi::xml_node body = child(nitf, "body");
  const pugi::xml_node head = child(body, "body.head");
  read_data(child(nitf, "head"), page_words, item);
  const pugi::xml_node headline = child(head, "hedline");
  fill(item.headline, words_of(child(headline, "hl1")));
  fill(item.headline, words_of(find(head, "hl1")));
  fill(item.headline, words_of(child(child(nitf, "head"), "title")));
  read_bylines(head, page_words, item);
  const pugi::xml_node dateline = child(head, "dateline");
  fill(item.dateline, words_of(child(dateline, "location")));
  fill(item.standfirst, words_of(child(head, "abstract")));
  fill(item.language, attribute(nitf, "baselang"));
  // The paper prints what the distributor sent.
  const std::string distributor = words_of(child(head, "distributor"));
  if (item.provider.empty()) {
    item.provider = distributor;
  } else if (!distributor.empty()) {
    item.sources.insert(item.sources.begin(), distributor);
  }
  for (const pugi::xml_node& property : children(child(child(nitf, "head"), "tobject"), "tobject.property"))
    name_section(attribute(property, "tobject.property.type"), item.section);
  const pugi::xml_node docdata = child(child(nitf, "head"), "docdata");
  fill(item.provider, attribute(child(docdata, "doc.copyright"), "holder"));
  if (!item.body.empty()) return;
  item.body = xml_blocks(child(body, "body.content"));
  for (BodyBlock& block : xml_blocks(child(body, "body.end"))) {
    block.kind = BlockKind::note;
    item.body.push_back(std::move(block));
  }
}

void read_nitf(const pugi::xml_node& nitf, const PageWords& page_words, Document& document) {
  WireItem item;
  fill_from_nitf(nitf, page_words, item);
  write_wire_item(std::move(item), page_words, document);
}

}  // namespace hearsay
