// No function here recurses over the tree: nesting is as deep as a file likes. pugixml reads no DTD and knows five
// entities, so that a bomb stays the few bytes it is; names of HTML's entities are decoded afterwards.
#include "document/xml_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/line_index.h"
#include "base/utf8.h"
#include "document/html/html_tree.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestWords = 1U << 16U;  // bytes of a headline, a byline …

// What follows `node` in document order within `top`; `down`: its children count. Calls `leave` for each node whose
// end is passed on the way.
template <typename Leave>
pugi::xml_node next_in_order(pugi::xml_node node, const pugi::xml_node& top, bool down, const Leave& leave) {
  if (down && node.first_child()) return node.first_child();
  for (; node && node != top; node = node.parent()) {
    leave(node);
    if (node.next_sibling()) return node.next_sibling();
  }
  return {};
}

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// Text with the entities that HTML has and XML has not.
std::string decoded(std::string_view text) {
  const std::size_t mark = text.find('&');
  if (mark == std::string_view::npos || text.find(';', mark) == std::string_view::npos) return std::string(text);
  std::string safe;
  for (const char c : text) safe += c == '<' ? std::string("&lt;") : std::string(1, c);
  // plain() takes the white space at both ends, which may part words.
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  return (blank(text.front()) ? " " : "") + plain(safe) + (blank(text.back()) ? " " : "");
}

enum class Part { inline_text, block, skipped };

struct Element {
  std::string_view name;
  Part part;
  BlockKind kind;
};

constexpr std::array kElements = std::to_array<Element>({
    {"p", Part::block, BlockKind::paragraph},
    {"hl2", Part::block, BlockKind::heading},
    {"h1", Part::block, BlockKind::heading},
    {"h2", Part::block, BlockKind::heading},
    {"h3", Part::block, BlockKind::heading},
    {"h4", Part::block, BlockKind::heading},
    {"h5", Part::block, BlockKind::heading},
    {"h6", Part::block, BlockKind::heading},
    {"li", Part::block, BlockKind::list_item},
    {"bq", Part::block, BlockKind::blockquote},
    {"blockquote", Part::block, BlockKind::blockquote},
    {"media-caption", Part::block, BlockKind::caption},
    {"figcaption", Part::block, BlockKind::caption},
    {"tagline", Part::block, BlockKind::note},
    {"note", Part::block, BlockKind::note},
    {"footer", Part::block, BlockKind::note},
    {"div", Part::block, BlockKind::paragraph},
    {"block", Part::block, BlockKind::paragraph},
    {"section", Part::block, BlockKind::paragraph},
    {"article", Part::block, BlockKind::paragraph},
    {"aside", Part::block, BlockKind::note},
    {"body", Part::block, BlockKind::paragraph},
    {"pre", Part::block, BlockKind::paragraph},
    {"ul", Part::block, BlockKind::paragraph},
    {"ol", Part::block, BlockKind::paragraph},
    {"dl", Part::block, BlockKind::paragraph},
    {"dt", Part::block, BlockKind::list_item},
    {"dd", Part::block, BlockKind::list_item},
    {"hr", Part::block, BlockKind::paragraph},
    {"head", Part::skipped, BlockKind::boilerplate},
    {"title", Part::skipped, BlockKind::boilerplate},
    {"table", Part::skipped, BlockKind::boilerplate},
    {"script", Part::skipped, BlockKind::boilerplate},
    {"style", Part::skipped, BlockKind::boilerplate},
    {"object", Part::skipped, BlockKind::boilerplate},
    {"iframe", Part::skipped, BlockKind::boilerplate},
    {"media-producer", Part::skipped, BlockKind::boilerplate},
    {"media-metadata", Part::skipped, BlockKind::boilerplate},
    {"media-reference", Part::skipped, BlockKind::boilerplate},
    {"nitf-table", Part::skipped, BlockKind::boilerplate},
});

// Of sections that are for the desk: contacts, boxes of facts.
bool is_notepad(std::string_view role) {
  for (const std::string_view name : {"notepad", "infobox", "notes", "contact"}) {
    if (role.find(name) != std::string_view::npos) return true;
  }
  return false;
}

class Blocks {
 public:
  explicit Blocks(const pugi::xml_node& top) {
    open_.push_back(BlockKind::paragraph);
    for (pugi::xml_node node = top.first_child(); node;) {
      const bool down = enter(node);
      node = next_in_order(node, top, down, [&](const pugi::xml_node& left) {
        if (down || left != node) close(left);
      });
    }
    flush();
  }

  std::vector<BodyBlock> take() { return std::move(blocks_); }

 private:
  static const Element* element_of(const pugi::xml_node& node) {
    const std::string name = lower(local_name(node));
    const auto* found =
        std::find_if(kElements.begin(), kElements.end(), [&](const Element& e) { return e.name == name; });
    return found == kElements.end() ? nullptr : found;
  }

  // False: what lies below is left out, and close() is not called.
  bool enter(const pugi::xml_node& node) {
    if (is_text(node)) {
      breaks_ = trim(node.value()).empty() ? breaks_ : 0;
      append_collapsed(text_, decoded(node.value()));
      return true;
    }
    if (node.type() != pugi::node_element) return false;
    const Element* element = element_of(node);
    if (element == nullptr) {
      const std::string_view name = local_name(node);
      if (name == "br") {
        ++breaks_;
        append_collapsed(text_, " ");
        if (breaks_ > 1) flush();
      }
      if (name == "a") link_begin_ = text_.size();
      return true;
    }
    if (element->part == Part::skipped || repeats(node)) return false;
    flush();
    BlockKind kind = element->kind;
    const bool plain_kind = kind == BlockKind::paragraph;
    if (plain_kind && is_notepad(attribute(node, "class"))) kind = BlockKind::note;
    if (plain_kind && kind == BlockKind::paragraph) kind = open_.back();  // a paragraph of a list item, a note …
    open_.push_back(kind);
    return true;
  }

  void close(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element) return;
    if (element_of(node) != nullptr) {
      flush();
      if (open_.size() > 1) open_.pop_back();
    } else if (local_name(node) == "a") {
      close_link(attribute(node, "href"));
    }
  }

  void close_link(std::string href) {
    std::size_t begin = std::min(link_begin_, text_.size());
    std::size_t end = text_.size();
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    if (begin < end && !href.empty())
      links_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(href)});
  }

  // The New York Times' archive has the first paragraphs twice.
  static bool repeats(const pugi::xml_node& node) {
    if (attribute(node, "class") != "lead_paragraph") return false;
    const std::vector<pugi::xml_node> blocks = children(node.parent(), "block");
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const pugi::xml_node& block) { return attribute(block, "class") == "full_text"; });
  }

  void flush() {
    breaks_ = 0;
    link_begin_ = 0;
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    for (UnitLink& link : links_) link.end = std::min(link.end, static_cast<std::uint32_t>(text_.size()));
    if (!text_.empty()) blocks_.push_back({open_.back(), std::move(text_), std::move(links_)});
    text_.clear();
    links_.clear();
  }

  std::vector<BodyBlock> blocks_;
  std::vector<BlockKind> open_;  // of the elements around
  std::string text_;
  std::vector<UnitLink> links_;
  std::size_t link_begin_ = 0;
  int breaks_ = 0;
};

}  // namespace

std::vector<BodyBlock> xml_blocks(const pugi::xml_node& node) {
  return Blocks(node).take();
}

XmlTree::XmlTree(std::string_view text, std::string_view path, Diagnostics& diagnostics) {
  const pugi::xml_parse_result result =
      document_.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (result) return;
  const auto offset = static_cast<std::uint32_t>(std::min(static_cast<std::size_t>(result.offset), text.size()));
  const LineColumn place = LineIndex(text).position(offset);
  diagnostics.push_back({.file = std::string(path),
                         .line = place.line,
                         .column = place.column,
                         .message = fmt::format("not well-formed XML: {}", lower(result.description())),
                         .remedy = "get the file again, or mend the markup here"});
  document_.reset();
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_node one = node.first_child(); one; one = one.next_sibling()) {
    if (one.type() == pugi::node_element && local_name(one) == name) return one;
  }
  return {};
}

pugi::xml_node find(const pugi::xml_node& node, std::string_view name) {
  const auto leave = [](const pugi::xml_node&) {};
  for (pugi::xml_node one = node.first_child(); one; one = next_in_order(one, node, true, leave)) {
    if (one.type() == pugi::node_element && local_name(one) == name) return one;
  }
  return {};
}

std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (pugi::xml_node one = node.first_child(); one; one = one.next_sibling()) {
    if (one.type() == pugi::node_element && local_name(one) == name) found.push_back(one);
  }
  return found;
}

std::string words_of(const pugi::xml_node& node) {
  std::string words;
  const auto leave = [](const pugi::xml_node&) {};
  for (pugi::xml_node one = node.first_child(); one && words.size() < kLongestWords;
       one = next_in_order(one, node, true, leave)) {
    if (is_text(one)) {
      append_collapsed(words, decoded(one.value()));
    } else if (one.type() == pugi::node_element) {
      append_collapsed(words, " ");
    }
  }
  return std::string(trim(words));
}

std::string attribute(const pugi::xml_node& node, const char* name) {
  return std::string(trim(node.attribute(name).value()));
}

}  // namespace hearsay
