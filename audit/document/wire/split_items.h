// A feed, a message of wire items or an export of a database, office files too, cut into its items, each in a form of
// its own that read() takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/sniff.h"
#include "language/page_words.h"

namespace hearsay {

struct ItemList {
  std::vector<std::string> items;  // UTF-8; those that hold their article
  bool alone = false;              // the file is one item or none at all: read it as it is
  Diagnostics diagnostics;
};

[[nodiscard]] ItemList split_items(std::string_view bytes, std::string_view path, const PageWords& page_words);

/// May a file of this format hold several articles?
[[nodiscard]] constexpr bool holds_items(ArticleFormat format) {
  return format == ArticleFormat::feed || format == ArticleFormat::newsml_g2 || format == ArticleFormat::newsml_1 ||
         format == ArticleFormat::exported;
}

}  // namespace hearsay
