// The article back to its writer as DOCX, the findings as comments on the words they are about: the writer's own file
// with comments added where it was one, else a plain document of the text.
#pragma once

#include <string>

#include "document/document.h"
#include "report/report.h"

namespace hearsay {

/// The same input gives the same bytes. Tracked changes and comments of the writer's file stay as they are. "" where it
/// could not be made (memory).
[[nodiscard]] std::string write_docx(const Report& report, const Document& document);

}  // namespace hearsay
