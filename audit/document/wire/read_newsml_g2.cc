// read_newsml_g2(): the metadata into the item, then the first rendition of the text, whatever its content type calls
// it: the element within says what it is.
#include "document/wire/read_newsml_g2.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "document/agencies.h"
#include "document/html/html_fragment.h"
#include "document/wire/read_nitf.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

constexpr std::size_t kByReach = 12;  // bytes of a block within which the word that opens a byline ends

// A party's name, else its literal, else what its code or address says: "nprov:reuters" is "reuters".
std::string party(const pugi::xml_node& node) {
  if (std::string name = words_of(child(node, "name")); !name.empty()) return name;
  if (std::string literal = attribute(node, "literal"); !literal.empty()) return literal;
  const std::string code = attribute(node, "qcode");
  if (!code.empty()) {
    const std::string value = code.substr(code.rfind(':') + 1);
    const bool letters = value.find_first_of("0123456789") == std::string::npos;
    return letters ? value : std::string();
  }
  return words_of(node);
}

// Parties that had the content in hand, nearest to us first.
std::vector<std::string> hops(const pugi::xml_node& item) {
  std::vector<std::pair<int, std::string>> steps;
  for (const pugi::xml_node& hop : children(child(item, "hopHistory"), "hop")) {
    const std::vector<pugi::xml_node> actions = children(hop, "action");
    const bool content =
        actions.empty() || std::any_of(actions.begin(), actions.end(), [](const pugi::xml_node& action) {
          const std::string target = attribute(action, "target");
          return target.empty() || target.ends_with(":content");
        });
    if (content) steps.emplace_back(hop.attribute("seq").as_int(), party(child(hop, "party")));
  }
  std::stable_sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  names.reserve(steps.size());
  for (auto& [seq, name] : steps) names.push_back(std::move(name));
  return names;
}

bool is_text_item(const pugi::xml_node& item) {
  const std::string kind = attribute(child(child(item, "itemMeta"), "itemClass"), "qcode");
  return kind.empty() || kind.ends_with(":text") || kind.ends_with(":composite");
}

void read_content(const pugi::xml_node& news, const ReadContext& reading, WireItem& item) {
  const pugi::xml_node content = child(news, "contentSet");
  for (pugi::xml_node part = content.first_child(); part && item.body.empty(); part = part.next_sibling()) {
    if (local_name(part) == "inlineXML") {
      const pugi::xml_node nitf = child(part, "nitf");
      if (nitf) {
        fill_from_nitf(nitf, reading.words, item);
      } else if (const pugi::xml_node html = child(part, "html")) {
        item.body = xml_blocks(html);
      } else {
        item.body = xml_blocks(part);
      }
    } else if (local_name(part) == "inlineData") {
      const std::string text = part.child_value();
      if (attribute(part, "contenttype").find("html") != std::string::npos || is_markup(text)) {
        item.body = html_blocks(text, BlockKind::paragraph, reading);
      } else {
        item.body = line_blocks(text);
      }
    }
  }
}

void read_metadata(const pugi::xml_node& news, WireItem& item) {
  const pugi::xml_node meta = child(news, "itemMeta");
  const pugi::xml_node content = child(news, "contentMeta");
  item.provider = party(child(meta, "provider"));
  item.status = attribute(child(meta, "pubStatus"), "qcode");
  item.embargoed = words_of(child(meta, "embargoed"));
  item.published = words_of(child(content, "contentCreated"));
  for (const char* name : {"firstCreated", "versionCreated"}) {
    if (item.published.empty()) item.published = words_of(child(meta, name));
  }
  for (const pugi::xml_node& genre : children(content, "genre")) {
    std::string name = words_of(child(genre, "name"));
    if (name.empty()) name = attribute(genre, "qcode");  // "genre:Opinion"
    name_section(std::string_view(name).substr(name.find(':') + 1), item.section);
  }
  item.language = attribute(child(content, "language"), "tag");
  if (item.language.empty()) item.language = news.attribute("xml:lang").value();
  for (const pugi::xml_node& headline : children(content, "headline")) {
    const std::string role = attribute(headline, "role");
    if (item.headline.empty() || role.ends_with(":main")) item.headline = words_of(headline);
  }
  if (item.headline.empty()) item.headline = words_of(child(meta, "title"));
  for (const pugi::xml_node& by : children(content, "by")) item.bylines.push_back(words_of(by));
  item.dateline = words_of(child(content, "dateline"));
  // Codes name themselves badly: the literal or name of the same party in another place is better.
  item.sources = hops(news);
  for (const pugi::xml_node& source : children(content, "infoSource")) item.sources.push_back(party(source));
  item.sources.push_back(words_of(child(content, "creditline")));
}

// "reuters.com" and "Reuters" are one: the readable form is taken. A provider that is only a code says less than who
// holds the rights.
void settle_provider(const pugi::xml_node& news, const PageWords& page_words, WireItem& item) {
  const pugi::xml_node provider = child(child(news, "itemMeta"), "provider");
  const std::string name = item.provider.substr(0, item.provider.find('.'));
  if (std::string full = agency_name(name, page_words); !full.empty()) {
    item.provider = std::move(full);
  } else if (!child(provider, "name") && attribute(provider, "literal").empty()) {
    std::string holder = party(child(child(news, "rightsInfo"), "copyrightHolder"));
    if (!holder.empty()) item.provider = std::move(holder);
  }
}

void read_item(const pugi::xml_node& news, const ReadContext& reading, Document& document) {
  WireItem item;
  read_metadata(news, item);
  settle_provider(news, reading.words, item);
  read_content(news, reading, item);
  if (item.bylines.empty() && std::none_of(item.body.begin(), item.body.end(), [&](const BodyBlock& block) {
        return reading.words[PageRole::byline_by].opens_word(lower(std::string_view(block.text).substr(0, kByReach))) >
               0;
      })) {
    for (const pugi::xml_node& creator : children(child(news, "contentMeta"), "creator")) {
      if (attribute(creator, "role").empty() && child(creator, "name")) item.bylines.push_back(party(creator));
    }
  }
  write_wire_item(std::move(item), reading.words, document);
}

}  // namespace

void read_newsml_g2(const pugi::xml_node& root, const ReadContext& reading, Document& document) {
  if (local_name(root) == "newsItem") return read_item(root, reading, document);
  std::size_t texts = 0;
  for (const pugi::xml_node& set : children(root, "itemSet")) {
    for (const pugi::xml_node& news : children(set, "newsItem")) {
      if (!is_text_item(news) || !child(news, "contentSet")) continue;
      if (++texts == 1) read_item(news, reading, document);
    }
  }
  if (texts > 1) {
    document.diagnostics.push_back({.severity = Severity::warning,
                                    .file = document.path,
                                    .message = fmt::format("a message of {} items: only the first is read", texts),
                                    .remedy = "audit it without --from file, or give one item per file"});
  }
}

}  // namespace hearsay
