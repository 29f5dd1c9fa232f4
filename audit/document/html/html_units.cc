// A depth-first walk that starts a new unit at every block element and at two line breaks in a row. An element whose
// name says it is no part of the article is left out, unless it holds most of the page's paragraphs: then the name
// speaks of the page ("with-sidebar"). Those for subscribers that lie side by side are judged together: pages wrap each
// paragraph for itself.
#include "document/html/html_units.h"

#include <unordered_map>

#include "base/utf8.h"
#include "document/html/html_other.h"
#include "document/html/html_post.h"

namespace hearsay {
namespace {

bool is_inline(GumboTag tag) {
  return tag == GUMBO_TAG_A || tag == GUMBO_TAG_SPAN || tag == GUMBO_TAG_TIME || tag == GUMBO_TAG_LABEL ||
         tag == GUMBO_TAG_CITE;
}

constexpr int kMostTwiceEscaped = 4000;        // texts of one page: each is parsed anew
constexpr std::uint32_t kFewParagraphs = 400;  // bytes in <p> below which a page does not use them

class Walker {
 public:
  Walker(const HtmlTree& tree, const PageWords& page_words) : page_words_(page_words) {
    total_ = measure(tree.root(), 0);
    if (total_ < kFewParagraphs) {  // a page of lines and breaks: all text counts that is no link
      paragraphs_.clear();
      walled_.clear();
      by_lines_ = true;
      total_ = measure(tree.root(), 1);
    }
    page_.containers.push_back({});
    walk(tree.root(), UnitTag::other, ElementRole::plain, 0);
    flush();
  }

  PageUnits take() { return std::move(page_); }

 private:
  // Bytes of text in paragraphs below each element.
  std::uint32_t measure(const GumboNode* node, int inside) {
    if (node->type == GUMBO_NODE_TEXT)
      return inside > 0 ? static_cast<std::uint32_t>(std::string_view(node->v.text.text).size()) : 0;
    if (!is_element(node)) return 0;
    const GumboTag name = node->v.element.tag;
    if (name == GUMBO_TAG_HEAD) return 0;
    const bool page_wide = name == GUMBO_TAG_HTML || name == GUMBO_TAG_BODY;
    const ElementRole own = page_wide ? ElementRole::plain : role_of(node);
    if (own == ElementRole::consent) return 0;
    if (by_lines_ && name == GUMBO_TAG_A) return 0;
    const int below = inside + (name == GUMBO_TAG_P ? 1 : 0);
    std::uint32_t sum = 0;
    const GumboVector& children = node->v.element.children;
    for (unsigned int i = 0; i < children.length; ++i)
      sum += measure(static_cast<const GumboNode*>(children.data[i]), below);
    if (sum > 0) paragraphs_[node] = sum;
    if (own == ElementRole::gate) walled_[node->parent] += sum;
    return sum;
  }

  [[nodiscard]] bool most(std::uint64_t bytes) const { return bytes > 400 && bytes * 5 > total_ * 2ULL; }

  [[nodiscard]] bool holds_most(const GumboNode* node) const {
    const auto found = paragraphs_.find(node);
    if (found == paragraphs_.end()) return false;
    if (most(found->second)) return true;
    if (role_of(node) != ElementRole::gate) return false;
    const auto alike = walled_.find(node->parent);
    return alike != walled_.end() && most(alike->second);
  }

  void flush() {
    breaks_ = 0;
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty()) {
      HtmlUnit unit;
      unit.text = std::move(text_);
      unit.tag = tag_;
      unit.role = role_;
      unit.container = container_;
      for (UnitLink& link : links_) {
        link.end = std::min(link.end, static_cast<std::uint32_t>(unit.text.size()));
        if (link.begin >= link.end) continue;
        unit.link_bytes += link.end - link.begin;
        unit.links.push_back(std::move(link));
      }
      page_.units.push_back(std::move(unit));
    }
    text_.clear();
    links_.clear();
  }

  // Pages escape twice what they took from elsewhere ("&amp;quot;").
  void append_text(std::string_view text) {
    const std::size_t mark = text.find('&');
    const bool twice = mark != std::string_view::npos && text.find(';', mark) != std::string_view::npos &&
                       text.find('<') == std::string_view::npos && twice_escaped_ < kMostTwiceEscaped;
    if (!twice) return append_collapsed(text_, text);
    ++twice_escaped_;
    if (text.front() == ' ') append_collapsed(text_, " ");
    append_collapsed(text_, plain(text));
    if (text.back() == ' ') append_collapsed(text_, " ");
  }

  void set_context(UnitTag tag, ElementRole role, std::uint32_t container) {
    tag_ = tag;
    role_ = role;
    container_ = container;
  }

  void walk(const GumboNode* node, UnitTag tag, ElementRole role, std::uint32_t container) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      if (text_.empty()) set_context(tag, role, container);
      if (node->type != GUMBO_NODE_WHITESPACE) breaks_ = 0;
      append_text(node->v.text.text);
      return;
    }
    if (!is_element(node)) return;
    const GumboTag name = node->v.element.tag;
    if (name == GUMBO_TAG_HEAD || name == GUMBO_TAG_TITLE || name == GUMBO_TAG_META || name == GUMBO_TAG_LINK) return;
    if (name == GUMBO_TAG_BR) {
      if (++breaks_ >= 2) {
        flush();
      } else {
        append_collapsed(text_, " ");
      }
      return;
    }
    const ElementRole own = role_of(node);
    const bool page_wide = name == GUMBO_TAG_HTML || name == GUMBO_TAG_BODY;
    const bool keep = page_wide || (own != ElementRole::plain && own != ElementRole::consent && holds_most(node));
    if (quoted_ && !in_post_ && (tag == UnitTag::blockquote || name == GUMBO_TAG_FIGCAPTION) &&
        role != ElementRole::signer && signs_quotation(node, own) && may_sign(node))
      return signer(node, container);
    if (!keep && (own == ElementRole::away || own == ElementRole::gate || own == ElementRole::consent ||
                  own == ElementRole::caption)) {
      if (!is_inline(name)) flush();
      return;
    }
    if (own != ElementRole::plain && !keep) role = own;
    if (is_inline(name)) {
      inline_element(node, tag, role, container);
      return;
    }
    flush();
    const UnitTag next = tag_of(node, tag);
    std::uint32_t inner = container;
    if (next == UnitTag::other || next == UnitTag::blockquote) {
      inner = static_cast<std::uint32_t>(page_.containers.size());
      page_.containers.push_back(
          {container, is_article_body(node), name == GUMBO_TAG_ARTICLE || name == GUMBO_TAG_MAIN});
    }
    const bool post = own == ElementRole::embed && !keep && !in_post_;
    const std::size_t first = page_.units.size();
    const bool quoted = quoted_;
    quoted_ = quoted_ || name == GUMBO_TAG_BLOCKQUOTE || is_figure_of_words(node);
    in_post_ = in_post_ || post;
    children(node, next, role, inner);
    flush();
    quoted_ = quoted;
    if (post) end_post(node, first);
  }

  // Words that go on to somebody's name in one line ("… he wrote in <cite>") end in no stop.
  [[nodiscard]] bool may_sign(const GumboNode* node) const {
    if (node->v.element.tag != GUMBO_TAG_CITE || text_.empty()) return true;
    const std::string_view before = trim(text_);
    return ends_like_sentence(before) || before.ends_with("–") || before.ends_with("-");
  }

  // Whose words a block quotation holds: a unit of its own, without the dash before it.
  void signer(const GumboNode* node, std::uint32_t container) {
    for (const std::string_view dash : {"—", "–", "―", "-"}) {
      const std::string_view before = trim(text_);
      if (before.ends_with(dash))
        text_.resize(static_cast<std::size_t>(before.data() - text_.data()) + before.size() - dash.size());
    }
    flush();
    children(node, UnitTag::blockquote, ElementRole::signer, container);
    flush();
  }

  // What an embedding element held, from unit `first` on, told apart.
  void end_post(const GumboNode* node, std::size_t first) {
    in_post_ = false;
    std::string_view address;
    for (const char* name :
         {"cite", "data-embed-url", "data-href", "data-instgrm-permalink", "data-text-post-permalink"}) {
      if (address.empty()) address = attribute(node, name);
    }
    const auto begin = page_.units.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<HtmlUnit> held(std::make_move_iterator(begin), std::make_move_iterator(page_.units.end()));
    page_.units.erase(begin, page_.units.end());
    for (HtmlUnit& unit : post_units(std::move(held), address, page_words_)) page_.units.push_back(std::move(unit));
  }

  void inline_element(const GumboNode* node, UnitTag tag, ElementRole role, std::uint32_t container) {
    const std::string_view href = node->v.element.tag == GUMBO_TAG_A ? attribute(node, "href") : std::string_view{};
    const std::size_t units = page_.units.size();
    std::size_t begin = text_.size();
    children(node, tag, role, container);
    if (href.empty()) return;
    if (page_.units.size() != units) begin = 0;  // the link held blocks: what is left of it
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    std::size_t end = text_.size();
    while (end > begin && text_[end - 1] == ' ') --end;
    if (begin < end)
      links_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::string(href)});
    if (page_.units.size() != units) {
      for (std::size_t i = units; i < page_.units.size(); ++i)
        page_.units[i].link_bytes = static_cast<std::uint32_t>(page_.units[i].text.size());
    }
  }

  void children(const GumboNode* node, UnitTag tag, ElementRole role, std::uint32_t container) {
    const GumboVector& all = node->v.element.children;
    for (unsigned int i = 0; i < all.length; ++i)
      walk(static_cast<const GumboNode*>(all.data[i]), tag, role, container);
  }

  [[nodiscard]] static UnitTag tag_of(const GumboNode* node, UnitTag outer) {
    switch (node->v.element.tag) {
      case GUMBO_TAG_P:
        return outer == UnitTag::list_item || outer == UnitTag::blockquote ? outer : UnitTag::paragraph;
      case GUMBO_TAG_H1:
        return UnitTag::title;
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        return UnitTag::heading;
      case GUMBO_TAG_LI:
        return UnitTag::list_item;
      case GUMBO_TAG_BLOCKQUOTE:
        return UnitTag::blockquote;
      default:
        return outer == UnitTag::blockquote || outer == UnitTag::list_item ? outer : UnitTag::other;
    }
  }

  const PageWords& page_words_;
  PageUnits page_;
  std::unordered_map<const GumboNode*, std::uint32_t> paragraphs_;
  std::unordered_map<const GumboNode*, std::uint64_t> walled_;  // bytes in children that are for subscribers
  std::uint32_t total_ = 0;
  bool by_lines_ = false;  // no <p>: what holds_most counts is text outside links
  int breaks_ = 0;
  int twice_escaped_ = 0;  // texts that were read again
  bool in_post_ = false;
  bool quoted_ = false;  // in a block quotation, or a figure of one
  std::string text_;
  std::vector<UnitLink> links_;
  UnitTag tag_ = UnitTag::other;
  ElementRole role_ = ElementRole::plain;
  std::uint32_t container_ = 0;
};

}  // namespace

PageUnits collect_units(const HtmlTree& tree, const PageWords& page_words) {
  return Walker(tree, page_words).take();
}

}  // namespace hearsay
