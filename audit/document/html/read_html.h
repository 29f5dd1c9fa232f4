// A saved web page: its record (JSON-LD, OpenGraph, visible byline …) and its article without the page around it.
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/read.h"

namespace hearsay {

/// Fills text, blocks, links and the record from a page in valid UTF-8.
void read_html(std::string_view page, const ReadContext& reading, Document& document);

}  // namespace hearsay
