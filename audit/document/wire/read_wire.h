// One item of an agency's or newsroom's format, whichever it is.
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/read.h"
#include "document/sniff.h"

namespace hearsay {

/// Reads the XML formats of sniff_format() and JSON objects of ninjs and ANS from valid UTF-8 into `document`, whose
/// path names it in messages. What cannot be read is an error in its diagnostics.
void read_wire(std::string_view text, ArticleFormat format, const ReadContext& reading, Document& document);

}  // namespace hearsay
