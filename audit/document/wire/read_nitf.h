// NITF, the IPTC's markup of one story, by itself or within NewsML and ninjs.
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/wire/wire_item.h"
#include "document/xml_tree.h"

namespace hearsay {

/// A file whose root is <nitf>.
void read_nitf(const pugi::xml_node& nitf, const PageWords& page_words, Document& document);

/// Fills what the item lacks from <nitf>: what an envelope said of the story stands.
void fill_from_nitf(const pugi::xml_node& nitf, const PageWords& page_words, WireItem& item);

}  // namespace hearsay
