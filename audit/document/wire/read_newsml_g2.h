// NewsML-G2: one <newsItem> with its text, by itself or in a <newsMessage>. Packages, planning and concepts hold no
// text.
#pragma once

#include "document/document.h"
#include "document/read.h"
#include "document/xml_tree.h"

namespace hearsay {

/// `root`: newsItem, or a newsMessage, of which the first item with text is read; that there are more is a warning.
void read_newsml_g2(const pugi::xml_node& root, const ReadContext& reading, Document& document);

}  // namespace hearsay
