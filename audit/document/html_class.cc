// Names are cut into words at marks and at capitals ("relatedStories", "most-read"), and looked up whole or by stem.
#include "document/html_class.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kMostWords = 64;

void add_words(std::string_view name, Words& words) {
  std::string word;
  bool before_lower = false;
  const auto flush = [&] {
    if (!word.empty() && words.size() < kMostWords) words.push_back(word);
    word.clear();
  };
  for (const char c : name.substr(0, 600)) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && before_lower)) flush();
    if (letter) word.push_back(upper ? static_cast<char>(c + ('a' - 'A')) : c);
    before_lower = letter && !upper;
  }
  flush();
  words.emplace_back();  // pairs do not reach over the end of an attribute
}

template <std::size_t N>
bool any_word(const Words& words, const std::array<std::string_view, N>& known) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return std::find(known.begin(), known.end(), w) != known.end(); });
}

template <std::size_t N>
bool any_stem(const Words& words, const std::array<std::string_view, N>& stems) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return w.starts_with(stem); });
  });
}

bool pair(const Words& words, std::string_view first, std::string_view second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == first && words[i + 1] == second) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 60> kAway = {
    "nav",        "navbar",       "menu",      "aside",        "trending",   "popular", "mostread",  "signup",
    "share",      "shares",       "sharing",   "social",       "ad",         "ads",     "adslot",    "outbrain",
    "taboola",    "popup",        "modal",     "overlay",      "toolbar",    "tags",    "taglist",   "topics",
    "keywords",   "bio",          "copyright", "disclaimer",   "poll",       "quiz",    "survey",    "readmore",
    "upsell",     "cta",          "login",     "screenreader", "skiplink",   "player",  "jwplayer",  "ticker",
    "livestream", "donate",       "donation",  "masthead",     "pagination", "infobox", "factbox",   "playlist",
    "tooltip",    "toc",          "rating",    "audio",        "promo",      "promos",  "promotion", "promotional",
    "regwall",    "registration", "fallback",  "premium"};

constexpr std::array<std::string_view, 14> kAwayStems = {"navig",  "breadcrumb", "footer",     "sidebar", "related",
                                                         "recirc", "recommend",  "newsletter", "subscri", "comment",
                                                         "disqus", "advert",     "sponsor",    "carousel"};

// Class names that hide an element from sight, whole.
bool is_hidden_class(std::string_view names) {
  static constexpr std::array<std::string_view, 6> kHidden = {"hidden",          "hide",    "d-none",
                                                              "visually-hidden", "sr-only", "is-hidden"};
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
    if (std::find(kHidden.begin(), kHidden.end(), names.substr(0, end)) != kHidden.end()) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

}  // namespace

ElementRole role_of(const GumboNode* element) {
  const GumboTag tag = element->v.element.tag;
  if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM)
    return ElementRole::away;
  if (tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_FIGCAPTION) return ElementRole::caption;
  if (attribute(element, "aria-hidden") == "true" ||
      gumbo_get_attribute(&element->v.element.attributes, "hidden") != nullptr)
    return ElementRole::away;
  const std::string_view role = attribute(element, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "dialog" || role == "search")
    return ElementRole::away;
  if (is_hidden_class(attribute(element, "class"))) return ElementRole::away;
  Words words;
  for (const char* name : {"class", "id", "data-component", "data-testid", "data-type"}) {
    const std::string_view value = attribute(element, name);
    // A long id is a slug made of the text, not a name.
    if (!value.empty() && (std::string_view(name) != "id" || std::count(value.begin(), value.end(), '-') < 4))
      add_words(value, words);
  }
  if (words.empty()) return ElementRole::plain;
  static constexpr std::array<std::string_view, 7> kConsent = {"cookie", "cookies",  "consent", "gdpr",
                                                               "ccpa",   "onetrust", "optanon"};
  if (any_word(words, kConsent)) return ElementRole::consent;
  static constexpr std::array<std::string_view, 9> kEmbeds = {"tweet",    "twittertweet", "tiktok",  "bluesky", "fb",
                                                              "mastodon", "truthsocial",  "threads", "embed"};
  if (tag == GUMBO_TAG_BLOCKQUOTE &&
      (any_word(words, kEmbeds) || pair(words, "instagram", "media") || pair(words, "post", "media") ||
       pair(words, "twitter", "video") || pair(words, "truth", "social")))
    return ElementRole::embed;
  if (any_word(words, std::array<std::string_view, 2>{"pullquote", "pullquotes"}) || pair(words, "pull", "quote"))
    return ElementRole::pull_quote;
  if (any_stem(words, std::array<std::string_view, 3>{"caption", "figcaption", "imagecredit"}) ||
      any_word(words, std::array<std::string_view, 3>{"credit", "credits", "gallery"})) {
    return ElementRole::caption;
  }
  static constexpr std::array<std::string_view, 9> kDecks = {
      "standfirst", "subtitle", "dek", "deck", "subheadline", "subhead", "strapline", "sapo", "synopsis"};
  if (any_word(words, kDecks) || pair(words, "sub", "title") || pair(words, "sub", "headline") ||
      pair(words, "article", "summary"))
    return ElementRole::standfirst;
  if (any_word(words, std::array<std::string_view, 2>{"widget", "widgets"}) &&
      !any_word(words, std::array<std::string_view, 2>{"article", "story"})) {
    return ElementRole::away;
  }
  if (any_word(words, kAway) || any_stem(words, kAwayStems)) return ElementRole::away;
  if (pair(words, "read", "more") || pair(words, "reg", "wall") || pair(words, "most", "read") ||
      pair(words, "up", "next") || pair(words, "sign", "up") || pair(words, "see", "also") ||
      pair(words, "more", "from") || pair(words, "also", "read") || pair(words, "author", "box") ||
      pair(words, "sr", "only") || pair(words, "visually", "hidden") || pair(words, "more", "stories") ||
      pair(words, "in", "brief")) {
    return ElementRole::away;
  }
  static constexpr std::array<std::string_view, 8> kBylines = {"byline",    "bylines", "author",   "authors",
                                                               "timestamp", "pubdate", "dateline", "datetime"};
  if (any_word(words, kBylines)) return ElementRole::byline;
  return ElementRole::plain;
}

bool is_article_body(const GumboNode* element) {
  const std::string_view prop = attribute(element, "itemprop");
  return prop.find("articleBody") != std::string_view::npos;
}

}  // namespace hearsay
