// One document of a database export: of Nexis and Lexis, publication, date and headline, paragraphs with labels, and a
// body that plain text wraps at 75 columns; of Factiva, a page's elements in an order of their own.
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/read.h"

namespace hearsay {

/// `text` is one of export_documents().
void read_export(std::string_view text, const ReadContext& reading, Document& document);

}  // namespace hearsay
