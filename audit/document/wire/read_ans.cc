// read_ans(): an element after the other; groups, lists and quotations hold elements of their own, to a bounded depth.
#include "document/wire/read_ans.h"

#include <string>
#include <utility>

#include "base/utf8.h"
#include "document/html/html_fragment.h"
#include "document/html/html_tree.h"
#include "document/text/signature_line.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

constexpr int kDeepestElement = 16;

class Elements {
 public:
  Elements(const ReadContext& reading, std::vector<BodyBlock>& body) : reading_(reading), body_(body) {}

  void read(const Json& elements, BlockKind around, int depth) {
    if (!elements.is_array() || depth > kDeepestElement) return;
    for (const Json& element : elements) read_one(element, around, depth);
  }

 private:
  void read_one(const Json& element, BlockKind around, int depth) {
    const std::string type = text_at(element, {"type"});
    const std::string content = text_at(element, {"content"});
    if (type == "text") {
      add_html(content, around);
    } else if (type == "header") {
      add_html(content, BlockKind::heading);
    } else if (type == "list") {
      read(field(element, "items"), BlockKind::list_item, depth + 1);
    } else if (type == "quote") {
      const bool pulled = text_at(element, {"subtype"}) == "pullquote";
      read(field(element, "content_elements"), pulled ? BlockKind::pull_quote : BlockKind::blockquote, depth + 1);
      const std::string signer = signature_line(plain(text_at(field(element, "citation"), {"content"})));
      if (!signer.empty()) body_.push_back({pulled ? BlockKind::pull_quote : BlockKind::blockquote, signer, {}});
    } else if (type == "element_group") {
      read(field(element, "content_elements"), around, depth + 1);
    } else if (type == "correction") {
      add_html(text_at(element, {"text"}), BlockKind::note);
    } else if (type == "interstitial_link") {
      add_html(content, BlockKind::read_more);
    } else if (type == "image" || type == "video" || type == "gallery") {
      add_html(text_at(element, {"caption"}), BlockKind::caption);
    } else if (type == "oembed_response") {
      add_html(text_at(field(element, "raw_oembed"), {"html"}), BlockKind::embed);
    } else if (type == "raw_html") {
      add_html(content, BlockKind::embed);
    }
  }

  void add_html(const std::string& html, BlockKind kind) {
    if (html.empty()) return;
    for (BodyBlock& block : html_blocks(html, kind, reading_)) body_.push_back(std::move(block));
  }

  const ReadContext& reading_;
  std::vector<BodyBlock>& body_;
};

// "location": "PARIS" or an object that names one.
std::string place_of(const Json& location) {
  return location.is_string() ? location.get<std::string>() : text_at(location, {"name", "locality"});
}

// By the codes that newsrooms give; keywords of the format.
std::string genre_of(const Json& story) {
  const std::string subtype = lower(text_at(story, {"subtype"}));
  if (subtype.find("opinion") != std::string::npos || subtype == "column" || subtype == "editorial")
    return "OpinionNewsArticle";
  if (subtype.find("sponsor") != std::string::npos || subtype.find("advert") != std::string::npos)
    return "AdvertiserContentArticle";
  return subtype == "analysis" ? "AnalysisNewsArticle" : "";
}

}  // namespace

void read_ans(const Json& story, const ReadContext& reading, Document& document) {
  WireItem item;
  item.headline = text_at(field(story, "headlines"), {"basic"});
  item.standfirst = text_at(field(story, "subheadlines"), {"basic"});
  if (item.standfirst.empty()) item.standfirst = text_at(field(story, "description"), {"basic"});
  const Json& writers = field(field(story, "credits"), "by");
  if (writers.is_array()) {
    for (const Json& writer : writers) {
      item.bylines.push_back(text_at(writer, {"name", "byline"}));
      const std::string of = text_at(writer, {"org"});
      if (item.bylines.back().empty()) item.bylines.back() = of;
    }
  }
  item.dateline = text_at(story, {"dateline"});
  if (item.dateline.empty()) item.dateline = place_of(field(story, "location"));
  item.published = text_at(story, {"first_publish_date", "display_date", "publish_date", "created_date"});
  item.language = text_at(story, {"language"});
  item.genre = genre_of(story);
  name_section(text_at(field(field(story, "taxonomy"), "primary_section"), {"name"}), item.section);
  item.url = text_at(story, {"canonical_url", "website_url"});
  item.provider = text_at(story, {"canonical_website"});
  // The distributor of "staff" stories is the paper itself.
  const Json& distributor = field(story, "distributor");
  const std::string name = text_at(distributor, {"name"});
  const std::string category = lower(text_at(distributor, {"category"}));
  if (category == "staff" || category == "stringer") {
    if (!name.empty()) item.provider = name;
  } else {
    item.sources.push_back(name);
    item.sources.push_back(text_at(field(story, "source"), {"name"}));
  }
  const Json& embargoed = field(story, "embargo_date");
  if (embargoed.is_string()) item.embargoed = embargoed.get<std::string>();
  Elements(reading, item.body).read(field(story, "content_elements"), BlockKind::paragraph, 1);
  write_wire_item(std::move(item), reading.words, document);
}

}  // namespace hearsay
