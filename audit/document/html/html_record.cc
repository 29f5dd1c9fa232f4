// One walk over the tree gathers everything that may serve; then each field takes the most trusted value that is there.
// Names of meta elements, properties and classes are those of the formats, whatever the language of the page.
#include "document/html/html_record.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "document/author_names.h"
#include "document/block_kind.h"
#include "document/dates.h"
#include "document/house_names.h"
#include "document/html/html_signed.h"
#include "document/html/html_title.h"
#include "document/words.h"

namespace hearsay {
namespace {

// A <time> of the page and where it stands.
struct SeenTime {
  std::string iso;
  std::size_t headings = 0;    // <h1> before it
  std::size_t paragraphs = 0;  // <p> between the last <h1> and it
};

struct Found {
  std::unordered_map<std::string, std::vector<std::string>> meta;  // by lower-case name or property
  std::string page_title;
  std::string canonical;
  std::string language;
  std::vector<std::string> h1;
  std::vector<const GumboNode*> h1_elements;  // of each of them
  std::vector<std::string> item_headline, item_date;
  std::vector<SeenNames> item_author, rel_author, byline_class;
  std::vector<SeenTime> times;
  std::string item_type;

  [[nodiscard]] std::string first(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      const auto at = meta.find(name);
      if (at != meta.end() && !at->second.front().empty()) return at->second.front();
    }
    return "";
  }
};

// At most `most` bytes, cut between characters.
std::string clipped(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  text.resize(most);
  text.resize(valid_utf8_prefix(text));
  return text;
}

bool has_word(std::string_view names, std::string_view word) {
  const std::string lowered = lower(names.substr(0, 512));
  return lowered.find(word) != std::string::npos;
}

void keep_heading(Found& found, const GumboNode* element) {
  if (found.h1.size() >= 12) return;
  std::string text = text_of(element);
  if (text.empty() || text.size() > 400) return;
  found.h1.push_back(std::move(text));
  found.h1_elements.push_back(element);
}

constexpr std::size_t kMostNames = 24;  // lines of names; those of the article stand among the first

void keep_names(std::vector<SeenNames>& list, const GumboNode* element, std::size_t longest) {
  if (list.size() >= kMostNames) return;
  std::string text = text_of(element);
  if (!text.empty() && text.size() <= longest) list.push_back({std::move(text), element});
}

void gather_item(Found& found, const GumboNode* node) {
  const std::string_view prop = attribute(node, "itemprop");
  if (const std::string_view type = attribute(node, "itemtype"); !type.empty() && found.item_type.empty()) {
    const std::string name(type.substr(type.find_last_of('/') + 1));
    if (is_article_type(name)) found.item_type = name;
  }
  if (prop.empty()) return;
  const auto value = [&]() -> std::string {
    std::string_view content = attribute(node, "content");
    if (content.empty()) content = attribute(node, "datetime");
    return content.empty() ? clipped(text_of(node), 400) : plain(content);
  };
  if (prop.find("headline") != std::string_view::npos && found.item_headline.size() < 4)
    found.item_headline.push_back(value());
  if (prop.find("datePublished") != std::string_view::npos && found.item_date.size() < 4)
    found.item_date.push_back(value());
  if (prop == "author" && found.item_author.size() < kMostNames) {
    std::string name;
    for_each_element(node, [&](const GumboNode* below) {
      if (below != node && attribute(below, "itemprop") == "name" && name.empty()) {
        name = plain(attribute(below, "content"));
        if (name.empty()) name = text_of(below);
      }
      return true;
    });
    found.item_author.push_back({name.empty() ? value() : name, node});
  }
}

bool text_starts_with_by(const GumboNode* paragraph, const PageWords& page_words) {
  const GumboVector& children = paragraph->v.element.children;
  if (children.length == 0 || children.length > 8) return false;
  const auto* first = static_cast<const GumboNode*>(children.data[0]);
  return first->type == GUMBO_NODE_TEXT && page_words[PageRole::byline_by].opens_word(
                                               lower(trim(std::string_view(first->v.text.text).substr(0, 40)))) > 0;
}

constexpr std::size_t kMostTimes = 64;
constexpr std::size_t kLead = 4;  // paragraphs below the headline that may stand above the date

// "updated", not "published updated" or WordPress's "entry-date updated".
bool says_changed(const GumboNode* time) {
  const std::string_view names = attribute(time, "class");
  const std::string_view prop = attribute(time, "itemprop");
  return prop == "dateModified" || (!has_word(names, "publish") && !has_word(names, "entry-date") &&
                                    (has_word(names, "updated") || has_word(names, "modified")));
}

Found gather(const HtmlTree& tree, const PageWords& page_words) {
  Found found;
  std::size_t paragraphs = 0;
  std::size_t heading_paragraphs = 0;  // before the last <h1>
  for_each_element(tree.root(), [&](const GumboNode* node) {
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_HTML) found.language = attribute(node, "lang");
    if (tag == GUMBO_TAG_META) {
      std::string_view name = attribute(node, "property");
      if (name.empty()) name = attribute(node, "name");
      const std::string content = plain(attribute(node, "content"));
      if (!name.empty() && name.size() < 80 && !content.empty() && found.meta.size() < 400)
        found.meta[lower(name)].push_back(content);
    }
    if (tag == GUMBO_TAG_TITLE && found.page_title.empty()) found.page_title = clipped(text_of(node), 600);
    if (tag == GUMBO_TAG_LINK && attribute(node, "rel") == "canonical" && found.canonical.empty())
      found.canonical = attribute(node, "href");
    gather_item(found, node);
    if (tag == GUMBO_TAG_H1) keep_heading(found, node);
    if (tag == GUMBO_TAG_H1) heading_paragraphs = paragraphs;
    if (tag == GUMBO_TAG_P) ++paragraphs;
    if (tag == GUMBO_TAG_TIME && found.times.size() < kMostTimes && !says_changed(node)) {
      const std::string_view when = attribute(node, "datetime");
      const std::string iso = to_iso_date(when.empty() ? std::string_view(text_of(node)) : when, page_words);
      if (!iso.empty()) found.times.push_back({iso, found.h1.size(), paragraphs - heading_paragraphs});
    }
    if (tag == GUMBO_TAG_A && has_word(attribute(node, "rel"), "author")) keep_names(found.rel_author, node, 120);
    const std::string_view names = attribute(node, "class");
    const bool by = tag == GUMBO_TAG_P && text_starts_with_by(node, page_words);
    if (by || (!names.empty() &&
               (has_word(names, "byline") || has_word(names, "author-name") || has_word(names, "author__name")))) {
      keep_names(found.byline_class, node, 160);
    }
    return true;
  });
  return found;
}

// "By …" in an element that is named for it, or standing alone as a short paragraph.
std::string visible_byline(const std::vector<std::string>& lines, const Houses& houses, const PageWords& page_words) {
  for (const std::string& text : lines) {
    if (const std::string names = byline_names(text, page_words); !names.empty())
      return join_names({names}, page_words, houses);
  }
  return "";
}

// The element of the headline, among the page's <h1>.
const GumboNode* heading_of(const Found& found, std::string_view title) {
  for (std::size_t i = 0; i < found.h1.size(); ++i) {
    if (same_words(found.h1[i], title)) return found.h1_elements[i];
  }
  return found.h1_elements.size() == 1 ? found.h1_elements.front() : nullptr;
}

// The most trusted names; the house alone where nothing names a writer.
class BylineChoice {
 public:
  BylineChoice(const Houses& houses, const PageWords& page_words) : houses_(houses), page_words_(page_words) {}

  // True where these name somebody.
  bool take(const std::vector<std::string>& raw) {
    std::string names = join_names(raw, page_words_, houses_);
    if (names.empty() || (is_house(names, houses_, page_words_) && !names_.empty())) return false;
    names_ = std::move(names);
    return !is_house(names_, houses_, page_words_);
  }
  [[nodiscard]] const std::string& names() const { return names_; }

 private:
  const Houses& houses_;
  const PageWords& page_words_;
  std::string names_;
};

std::string choose_byline(const Found& found, const LinkedArticle& linked, std::string_view title, const Houses& houses,
                          const PageWords& page_words) {
  BylineChoice choice(houses, page_words);
  if (choice.take(linked.authors)) return choice.names();
  for (const char* name :
       {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
        "cxenseparse:author", "article:author_name", "byline", "search.byline", "authors", "article.author",
        "dc.creator.name", "citation_author", "rnews:author", "mediator_author", "twitter:data1"}) {
    if (std::string_view(name) == "twitter:data1" &&
        !page_words[PageRole::author_label].is(lower(found.first({"twitter:label1"}))))
      continue;
    const auto at = found.meta.find(name);
    if (at != found.meta.end() && choice.take(at->second)) return choice.names();
  }
  const GumboNode* heading = heading_of(found, title);
  for (const std::vector<SeenNames>* seen : {&found.item_author, &found.rel_author}) {
    if (choice.take(own_names(*seen, heading, title))) return choice.names();
  }
  if (choice.take({visible_byline(own_names(found.byline_class, heading, title), houses, page_words)}))
    return choice.names();
  return choice.names().empty() ? desk_name(linked.authors, page_words) : choice.names();
}

std::string choose_date(const Found& found, const LinkedArticle& linked, std::string_view title,
                        const PageWords& page_words) {
  if (std::string iso = to_iso_date(linked.published, page_words); !iso.empty()) return iso;
  for (const char* name : {"article:published_time",
                           "og:article:published_time",
                           "parsely-pub-date",
                           "sailthru.date",
                           "datepublished",
                           "pubdate",
                           "publishdate",
                           "publish-date",
                           "date",
                           "dc.date",
                           "dc.date.issued",
                           "dcterms.created",
                           "dcterms.date",
                           "cxenseparse:recs:publishtime",
                           "article.published",
                           "og:published_time",
                           "article:published",
                           "publication_date",
                           "publicationdate",
                           "publish_date",
                           "published_time",
                           "published",
                           "published_at",
                           "datecreated",
                           "date_published",
                           "displaydate",
                           "og:pubdate",
                           "originalpublicationdate",
                           "rnews:datepublished",
                           "shareaholic:article_published_time",
                           "mediator_published_time",
                           "vr:published_time",
                           "bt:pubdate",
                           "dc.date.created",
                           "dcterms.issued",
                           "article_date_original",
                           "article.created",
                           "citation_publication_date",
                           "pub_date",
                           "ptime"}) {
    if (std::string iso = to_iso_date(found.first({name}), page_words); !iso.empty()) return iso;
  }
  for (const std::string& text : found.item_date) {
    if (std::string iso = to_iso_date(text, page_words); !iso.empty()) return iso;
  }
  // Of the times on the page the one below the headline, else the first.
  for (const SeenTime& time : found.times) {
    if (time.headings > 0 && time.paragraphs <= kLead && same_words(found.h1[time.headings - 1], title))
      return time.iso;
  }
  return found.times.empty() ? "" : found.times.front().iso;
}

// What the page calls its section, by its meta elements and its linked data.
std::string choose_section(const Found& found, const LinkedArticle& linked) {
  std::string section =
      found.first({"article:section", "parsely-section", "articlesection", "cxenseparse:articlesection"});
  if (!linked.section.empty() && linked.section != section)
    section += section.empty() ? linked.section : "/" + linked.section;
  return clipped(plain(section), 200);
}

ToldTitles titles_of(const Found& found, const LinkedArticle& linked, const PageRecord& record) {
  ToldTitles told;
  told.shared = found.first({"og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"});
  told.card = found.first({"twitter:title"});
  told.linked = linked.headline;
  told.item = found.item_headline.empty() ? "" : found.item_headline.front();
  told.page = found.page_title;
  told.headings = found.h1;
  told.outlets = {record.outlet, found.first({"og:site_name"}), found.first({"application-name"})};
  told.url = record.url;
  return told;
}

}  // namespace

PageRecord read_record(const HtmlTree& tree, const std::vector<std::string>& json_ld, const PageWords& page_words) {
  const Found found = gather(tree, page_words);
  PageRecord record;
  record.url = found.canonical.empty() ? found.first({"og:url"}) : found.canonical;
  const LinkedArticle linked = read_json_ld(json_ld, record.url, found.first({"og:title"}));
  if (record.url.empty()) record.url = linked.url;
  record.outlet = linked.publisher.empty()
                      ? found.first({"og:site_name", "application-name", "publisher", "article:publisher"})
                      : linked.publisher;
  if (record.outlet.starts_with("http")) record.outlet.clear();
  record.title = choose_title(titles_of(found, linked, record), page_words);
  record.houses = {record.outlet, found.first({"og:site_name"}), found.first({"application-name"}),
                   tail_of_title(found.page_title, record.title)};
  record.byline = choose_byline(found, linked, record.title, record.houses, page_words);
  record.published = choose_date(found, linked, record.title, page_words);
  record.language = found.language.empty() ? linked.language : found.language;
  if (record.language.empty()) record.language = found.first({"og:locale", "content-language", "language"});
  std::replace(record.language.begin(), record.language.end(), '_', '-');
  const std::string type = linked.type.empty() ? found.item_type : linked.type;
  record.section = choose_section(found, linked);
  if (type != "NewsArticle" && type != "Article" && type != "ReportageNewsArticle" && type != "BlogPosting")
    record.genre = type;
  record.description = linked.description.empty()
                           ? found.first({"og:description", "description", "twitter:description"})
                           : linked.description;
  record.body = linked.body;
  return record;
}

}  // namespace hearsay
