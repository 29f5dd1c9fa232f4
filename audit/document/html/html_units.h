// A page as a list of text units in the order of reading, each with its place in the tree of containers. What is
// clearly not the article (navigation, captions, scripts) is left out already.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/article_text.h"
#include "document/html/html_class.h"
#include "language/page_words.h"

namespace hearsay {

enum class UnitTag { paragraph, heading, title, list_item, blockquote, other };

struct HtmlUnit {
  std::string text;  // white space collapsed, never empty
  std::vector<UnitLink> links;
  UnitTag tag = UnitTag::other;
  ElementRole role = ElementRole::plain;
  std::uint32_t container = 0;   // index of PageUnits::containers
  std::uint32_t link_bytes = 0;  // of text
};

struct PageContainer {
  std::uint32_t parent = 0;  // itself at the root
  bool article_body = false;
  bool article = false;  // <article> or <main>
};

struct PageUnits {
  std::vector<HtmlUnit> units;
  std::vector<PageContainer> containers;  // parents before children
};

[[nodiscard]] PageUnits collect_units(const HtmlTree& tree, const PageWords& page_words);

}  // namespace hearsay
