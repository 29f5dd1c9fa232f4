// One <item> of an RSS feed or <entry> of an Atom feed that holds its article whole. Feeds of summaries hold none.
#pragma once

#include "document/document.h"
#include "document/read.h"
#include "document/xml_tree.h"

namespace hearsay {

void read_feed_item(const pugi::xml_node& item, const ReadContext& reading, Document& document);

/// The item's article in HTML where it is there whole (content:encoded, Atom's content); "" where there is a summary.
[[nodiscard]] std::string full_content(const pugi::xml_node& item, const PageWords& page_words);

}  // namespace hearsay
