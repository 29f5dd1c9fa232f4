// Office files: DOCX and ODT drafts with their tracked changes, comments and notes. What is an archive but no such
// draft is said in one line.
#pragma once

#include <string>
#include <string_view>

#include "base/zip.h"
#include "document/document.h"
#include "document/read.h"

namespace hearsay {

/// A ZIP archive, or what Word keeps its old and its locked files in?
[[nodiscard]] bool is_office(std::string_view bytes);

/// Fills everything of the document; what cannot be read leaves the text empty and an error in `diagnostics`.
void read_office(std::string_view bytes, const ReadContext& reading, Changes changes, Document& document);

/// Fills the document from the parts of a DOCX or an ODT. "" or why that cannot be done, in one clause.
[[nodiscard]] std::string read_docx(const ZipParts& zip, const ReadContext& reading, Changes changes,
                                    Document& document);
[[nodiscard]] std::string read_odt(const ZipParts& zip, const ReadContext& reading, Changes changes,
                                   Document& document);

/// The note that says what became of tracked changes; none were there: nothing.
void note_changes(std::size_t count, Changes changes, Document& document);

/// Appends what is valid UTF-8; a "?" for each byte that is none, so that sizes stay.
void append_valid(std::string& out, std::string_view words);
[[nodiscard]] std::string valid_words(std::string_view words);

}  // namespace hearsay
