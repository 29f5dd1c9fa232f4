// From each line of names upwards, until an element holds the headline too: a small element with the linked headline of
// another story is that story's card, and one that is named for a sidebar holds what stands beside the article.
#include "document/html/html_signed.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/html/html_class.h"
#include "document/html/html_other.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLargestCard = 700;  // bytes of text
constexpr std::size_t kFewestHeadlineWords = 4;
constexpr std::size_t kMostElements = 300;  // that are looked at in one card
constexpr int kHighest = 64;                // elements above a line of names

enum class Signs : std::uint8_t { own, beside, other };

// Bytes of text below a node, counted up to `most`.
std::size_t text_size(const GumboNode* node, std::size_t most) {
  if (node->type == GUMBO_NODE_TEXT) return std::string_view(node->v.text.text).size();
  if (!is_element(node)) return 0;
  std::size_t sum = 0;
  const GumboVector& children = node->v.element.children;
  for (unsigned int i = 0; i < children.length && sum <= most; ++i)
    sum += text_size(static_cast<const GumboNode*>(children.data[i]), most - sum);
  return sum;
}

// Does it hold a link that reads like the headline of another story?
bool links_other_story(const GumboNode* card, std::string_view names, std::string_view title) {
  std::size_t seen = 0;
  bool found = false;
  for_each_element(card, [&](const GumboNode* node) {
    if (found || ++seen > kMostElements) return false;
    if (!is_element(node, GUMBO_TAG_A) || attribute(node, "href").empty()) return true;
    const std::string text = text_of(node);
    found = text.size() >= kShortestHeadline && split_words(text).size() >= kFewestHeadlineWords &&
            !same_words(text, title) && text.find(names) == std::string::npos &&
            names.find(text) == std::string_view::npos;
    return true;
  });
  return found;
}

Signs signs(const SeenNames& seen, const std::vector<const GumboNode*>& above_heading, std::string_view title) {
  Signs result = Signs::own;
  bool small = true;
  const GumboNode* node = seen.element;
  for (int level = 0; node != nullptr && level < kHighest; ++level, node = node->parent) {
    if (!is_element(node) || std::find(above_heading.begin(), above_heading.end(), node) != above_heading.end()) break;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN) break;
    small = small && text_size(node, kLargestCard) <= kLargestCard;
    if (small && links_other_story(node, seen.text, title)) return Signs::other;
    if (role_of(node) == ElementRole::away) result = Signs::beside;
  }
  return result;
}

}  // namespace

std::vector<std::string> own_names(const std::vector<SeenNames>& seen, const GumboNode* heading,
                                   std::string_view title) {
  std::vector<const GumboNode*> above;
  for (const GumboNode* node = heading; node != nullptr; node = node->parent) above.push_back(node);
  std::vector<std::string> own;
  std::vector<std::string> beside;
  for (const SeenNames& one : seen) {
    const Signs by = signs(one, above, title);
    if (by == Signs::own) own.push_back(one.text);
    if (by == Signs::beside) beside.push_back(one.text);
  }
  const bool agree = std::all_of(beside.begin(), beside.end(),
                                 [&](const std::string& text) { return same_words(text, beside.front()); });
  return own.empty() && agree ? beside : own;
}

}  // namespace hearsay
