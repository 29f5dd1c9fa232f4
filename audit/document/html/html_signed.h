// Whose article a line of names on a page signs: the page's own, or another story's that stands beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/html/html_tree.h"

namespace hearsay {

/// Names as a page shows them, and the element that holds them.
struct SeenNames {
  std::string text;
  const GumboNode* element = nullptr;
};

/// The texts of those that may sign the page's article: none in a card that links another story, and those in a sidebar
/// or footer only where there are no others and they agree. `heading` is the element of the page's headline or null,
/// `title` its words.
[[nodiscard]] std::vector<std::string> own_names(const std::vector<SeenNames>& seen, const GumboNode* heading,
                                                 std::string_view title);

}  // namespace hearsay
