// Names are cut into words at marks and at capitals ("relatedStories", "most-read"), and looked up whole or by stem.
// The lists are what page builders call parts of pages, in English on pages of any language: no words of a language.
#include "document/html/html_class.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

// What words of a name say of an element, as bits: each word is looked up once, whatever is asked of it afterwards.
enum Says : std::uint32_t {
  kSaysConsent = 1U << 0U,
  kSaysEmbed = 1U << 1U,
  kSaysPullQuote = 1U << 2U,
  kSaysCaption = 1U << 3U,
  kSaysDeck = 1U << 4U,
  kSaysWidget = 1U << 5U,
  kSaysArticle = 1U << 6U,
  kSaysAway = 1U << 7U,
  kSaysByline = 1U << 8U,
  kSaysGate = 1U << 9U,
  kStem = 1U << 10U,  // longer words too
};

constexpr std::size_t kMostWords = 64;
constexpr std::size_t kMostInFigure = 40;  // elements that are looked at for a block quotation

constexpr std::array<std::string_view, 11> kConsent = {
    "cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust", "optanon", "cmp", "didomi", "usercentrics", "truste"};
constexpr std::array<std::string_view, 9> kEmbeds = {"tweet",    "twittertweet", "tiktok",  "bluesky", "fb",
                                                     "mastodon", "truthsocial",  "threads", "embed"};
constexpr std::array<std::string_view, 2> kPullQuotes = {"pullquote", "pullquotes"};
constexpr std::array<std::string_view, 3> kCaptions = {"credit", "credits", "gallery"};
constexpr std::array<std::string_view, 3> kCaptionStems = {"caption", "figcaption", "imagecredit"};
constexpr std::array<std::string_view, 9> kDecks = {"standfirst", "subtitle",  "dek",  "deck",    "subheadline",
                                                    "subhead",    "strapline", "sapo", "synopsis"};
constexpr std::array<std::string_view, 2> kWidgets = {"widget", "widgets"};
constexpr std::array<std::string_view, 2> kArticles = {"article", "story"};
constexpr std::array<std::string_view, 58> kAway = {
    "nav",        "navbar",   "menu",      "aside",        "trending",   "popular", "mostread",  "signup",
    "share",      "shares",   "sharing",   "social",       "ad",         "ads",     "adslot",    "outbrain",
    "taboola",    "popup",    "modal",     "overlay",      "toolbar",    "tags",    "taglist",   "topics",
    "keywords",   "bio",      "copyright", "disclaimer",   "poll",       "quiz",    "survey",    "readmore",
    "upsell",     "cta",      "login",     "screenreader", "skiplink",   "player",  "jwplayer",  "ticker",
    "livestream", "donate",   "donation",  "masthead",     "pagination", "infobox", "factbox",   "playlist",
    "tooltip",    "toc",      "rating",    "audio",        "promo",      "promos",  "promotion", "promotional",
    "fallback",   "encrypted"};

constexpr std::array<std::string_view, 13> kAwayStems = {"navig",  "breadcrumb", "footer",     "sidebar", "related",
                                                         "recirc", "recommend",  "newsletter", "comment", "disqus",
                                                         "advert", "sponsor",    "carousel"};

constexpr std::array<std::string_view, 3> kGates = {"regwall", "registration", "premium"};
constexpr std::array<std::string_view, 1> kGateStems = {"subscri"};

constexpr std::array<std::string_view, 8> kBylines = {"byline",    "bylines", "author",   "authors",
                                                      "timestamp", "pubdate", "dateline", "datetime"};

struct KnownPair {
  std::string_view first, second;
  std::uint32_t says = 0;
};
constexpr std::array<KnownPair, 21> kPairs = {
    {{"instagram", "media", kSaysEmbed}, {"post", "media", kSaysEmbed},     {"twitter", "video", kSaysEmbed},
     {"truth", "social", kSaysEmbed},    {"pull", "quote", kSaysPullQuote}, {"sub", "title", kSaysDeck},
     {"sub", "headline", kSaysDeck},     {"article", "summary", kSaysDeck}, {"read", "more", kSaysAway},
     {"reg", "wall", kSaysGate},         {"most", "read", kSaysAway},       {"up", "next", kSaysAway},
     {"sign", "up", kSaysAway},          {"see", "also", kSaysAway},        {"more", "from", kSaysAway},
     {"also", "read", kSaysAway},        {"author", "box", kSaysAway},      {"sr", "only", kSaysAway},
     {"visually", "hidden", kSaysAway},  {"more", "stories", kSaysAway},    {"in", "brief", kSaysAway}}};

struct KnownWord {
  std::string_view word;
  std::uint32_t says = 0;
};

// All of them by first letter; made by the compiler.
struct KnownWords {
  static constexpr std::size_t kCount = kConsent.size() + kEmbeds.size() + kPullQuotes.size() + kCaptions.size() +
                                        kCaptionStems.size() + kDecks.size() + kWidgets.size() + kArticles.size() +
                                        kAway.size() + kAwayStems.size() + kBylines.size() + kGates.size() +
                                        kGateStems.size();
  std::array<KnownWord, kCount> words{};
  std::array<std::size_t, 27> begins{};

  constexpr KnownWords() {
    std::size_t count = 0;
    const auto add = [&](const auto& list, std::uint32_t says) {
      for (const std::string_view word : list) words[count++] = {word, says};
    };
    add(kConsent, kSaysConsent);
    add(kEmbeds, kSaysEmbed);
    add(kPullQuotes, kSaysPullQuote);
    add(kCaptions, kSaysCaption);
    add(kCaptionStems, kSaysCaption | kStem);
    add(kDecks, kSaysDeck);
    add(kWidgets, kSaysWidget);
    add(kArticles, kSaysArticle);
    add(kAway, kSaysAway);
    add(kAwayStems, kSaysAway | kStem);
    add(kBylines, kSaysByline);
    add(kGates, kSaysGate);
    add(kGateStems, kSaysGate | kStem);
    std::sort(words.begin(), words.end(), [](const KnownWord& a, const KnownWord& b) { return a.word < b.word; });
    for (std::size_t i = words.size(); i-- > 0;) begins[letter(words[i].word)] = i;
    begins[26] = words.size();
    for (std::size_t i = 26; i-- > 0;) {
      if (i != letter(words[begins[i]].word)) begins[i] = begins[i + 1];
    }
  }
  static constexpr std::size_t letter(std::string_view word) { return static_cast<std::size_t>(word.front() - 'a'); }
};
constexpr KnownWords kKnown;

// Reads names word by word.
class NameReader {
 public:
  void read(std::string_view name) {
    word_.clear();
    bool before_lower = false;
    for (const char c : name.substr(0, 600)) {
      const bool upper = c >= 'A' && c <= 'Z';
      const bool letter = upper || (c >= 'a' && c <= 'z');
      if (!letter || (upper && before_lower)) end_word();
      if (letter) word_.push_back(upper ? static_cast<char>(c + ('a' - 'A')) : c);
      before_lower = letter && !upper;
    }
    end_word();
    ++count_;  // pairs do not reach over the end of an attribute
    before_.clear();
  }
  [[nodiscard]] bool says(std::uint32_t bits) const { return (says_ & bits) != 0; }

 private:
  void end_word() {
    if (word_.empty()) return;
    if (count_ < kMostWords) {
      ++count_;
      look_up();
      std::swap(before_, word_);
    }
    word_.clear();
  }

  void look_up() {
    const std::size_t letter = KnownWords::letter(word_);
    for (std::size_t i = kKnown.begins[letter]; i < kKnown.begins[letter + 1]; ++i) {
      const KnownWord& known = kKnown.words[i];
      if (known.word == word_ || ((known.says & kStem) != 0 && word_.starts_with(known.word))) says_ |= known.says;
    }
    if (before_.empty()) return;
    for (const KnownPair& pair : kPairs) {
      if (pair.second == word_ && pair.first == before_) says_ |= pair.says;
    }
  }

  std::string word_, before_;
  std::size_t count_ = 0;
  std::uint32_t says_ = 0;
};

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

// Nothing is told behind it up to the end of its block quotation.
bool ends_quotation(const GumboNode* element) {
  for (const GumboNode* node = element; node != nullptr && !is_element(node, GUMBO_TAG_BLOCKQUOTE);
       node = node->parent) {
    const GumboNode* parent = node->parent;
    if (parent == nullptr || !is_element(parent)) return false;
    const GumboVector& all = parent->v.element.children;
    for (auto i = static_cast<unsigned int>(node->index_within_parent) + 1; i < all.length; ++i) {
      if (!text_of(static_cast<const GumboNode*>(all.data[i])).empty()) return false;
    }
  }
  return true;
}

// Class names for whose words they are, by their last word: "quote-attribution", "blockquote__source".
bool is_named_for_signer(const GumboNode* element) {
  static constexpr std::array<std::string_view, 6> kNames = {"attribution", "speaker",  "source",
                                                             "cite",        "citation", "attributed"};
  const std::string names = lower(attribute(element, "class").substr(0, 200));
  for (std::string_view rest = names; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view name = rest.substr(0, end);
    if (std::any_of(kNames.begin(), kNames.end(), [&](std::string_view word) { return name.ends_with(word); }))
      return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace

ElementRole role_of(const GumboNode* element) {
  const GumboTag tag = element->v.element.tag;
  if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM)
    return ElementRole::away;
  if ((tag == GUMBO_TAG_FIGURE && !is_figure_of_words(element)) || tag == GUMBO_TAG_FIGCAPTION)
    return ElementRole::caption;
  if (attribute(element, "aria-hidden") == "true" || has_attribute(element, "hidden")) return ElementRole::away;
  const std::string_view role = attribute(element, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "dialog" || role == "search")
    return ElementRole::away;
  if (is_hidden_class(attribute(element, "class"))) return ElementRole::away;
  NameReader names;
  for (const char* name : {"class", "id", "data-component", "data-testid", "data-type"}) {
    const std::string_view value = attribute(element, name);
    // A long id is a slug made of the text, not a name.
    if (!value.empty() && (std::string_view(name) != "id" || std::count(value.begin(), value.end(), '-') < 4))
      names.read(value);
  }
  if (names.says(kSaysConsent)) return ElementRole::consent;
  if (tag == GUMBO_TAG_BLOCKQUOTE && names.says(kSaysEmbed)) return ElementRole::embed;
  if (names.says(kSaysPullQuote)) return ElementRole::pull_quote;
  if (names.says(kSaysCaption)) return ElementRole::caption;
  if (names.says(kSaysDeck)) return ElementRole::standfirst;
  if (names.says(kSaysWidget) && !names.says(kSaysArticle)) return ElementRole::away;
  if (names.says(kSaysAway)) return ElementRole::away;
  if (names.says(kSaysGate)) return ElementRole::gate;
  if (names.says(kSaysByline)) return ElementRole::byline;
  return ElementRole::plain;
}

bool is_figure_of_words(const GumboNode* element) {
  if (!is_element(element, GUMBO_TAG_FIGURE)) return false;
  std::size_t seen = 0;
  bool found = false;
  for_each_element(element, [&](const GumboNode* node) {
    found = found || is_element(node, GUMBO_TAG_BLOCKQUOTE);
    return !found && ++seen < kMostInFigure;
  });
  return found;
}

bool signs_quotation(const GumboNode* element, ElementRole own) {
  const GumboTag tag = element->v.element.tag;
  if (tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FIGCAPTION) return true;
  if (tag == GUMBO_TAG_CITE) return ends_quotation(element);
  if (tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_FIGURE) return false;
  return own == ElementRole::byline || own == ElementRole::caption || is_named_for_signer(element);
}

bool is_article_body(const GumboNode* element) {
  const std::string_view prop = attribute(element, "itemprop");
  return prop.find("articleBody") != std::string_view::npos;
}

}  // namespace hearsay
