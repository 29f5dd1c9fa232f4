// A database export cut into its documents: Nexis as plain text or as a page, Factiva as a page, Lexis+ and Nexis Uni
// as an office file. Not here: what a document says (read_export.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/page_words.h"

namespace hearsay {

/// The documents of an export in plain text or HTML, each from its mark to the next, markup as it is; the cover before
/// the first is left out. Empty where the text is no export.
[[nodiscard]] std::vector<std::string> export_documents(std::string_view text);

/// The documents in the text of an office file, paragraphs with blank lines between, where each ends with the words
/// "End of Document". They come with marks as plain-text exports have. Empty where the text is no export.
[[nodiscard]] std::vector<std::string> office_export_documents(std::string_view text, const PageWords& page_words);

/// `html` begins as a document of a Factiva page: <div class="article enArticle">, whatever its language.
[[nodiscard]] bool is_factiva_article(std::string_view html);

}  // namespace hearsay
