// The text layer of a PDF, page by page, through poppler. Pictures of pages hold no text: nothing is recognised.
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/read.h"

namespace hearsay {

[[nodiscard]] bool is_pdf(std::string_view bytes);

/// Fills text, marks and blocks; lines that stand at the top or foot of most pages are left out. Encrypted, torn or too
/// large: an error. Without a text layer: empty text and a warning, for there is nothing wrong with the file.
void read_pdf(std::string_view bytes, const ReadContext& reading, Document& document);

}  // namespace hearsay
