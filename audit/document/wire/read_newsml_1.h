// NewsML 1.x: nested NewsComponents, one of which holds the text.
#pragma once

#include "document/document.h"
#include "document/read.h"
#include "document/xml_tree.h"

namespace hearsay {

/// `root`: NewsML, or one NewsItem out of it.
void read_newsml_1(const pugi::xml_node& root, const ReadContext& reading, Document& document);

}  // namespace hearsay
