// Comments put into the parts of a DOCX: on given words, or on the whole document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "base/zip.h"
#include "document/document.h"

namespace hearsay {

struct DocxComment {
  Span span;         // bytes of the text; empty: of the whole document, it stands on its first words
  std::string text;  // paragraphs with a line break between
};

/// Adds them under the author "hearsay", without a date, in order. `runs` tell where the text stands in the main part.
/// False where the parts are no DOCX; they are then as they were.
[[nodiscard]] bool add_comments(const std::vector<DocxComment>& comments, const std::vector<RunText>& runs,
                                ZipParts& zip);

}  // namespace hearsay
