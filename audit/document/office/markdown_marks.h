// What stands in a Markdown file and is neither its text nor known to a Markdown parser: HTML comments, footnotes,
// shortcodes, attribute lists, wiki embeds. Found and blanked out in place, so that every byte keeps its position.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hearsay {

struct MarkdownNote {
  std::uint32_t at = 0;  // byte of the file: the comment, or the mark that refers to the footnote
  Annotation note;       // its span is not set
};

struct MarkdownMarks {
  std::string text;                 // the file with blanks in their place; line breaks stay
  std::vector<MarkdownNote> notes;  // by place
};

[[nodiscard]] MarkdownMarks find_marks(std::string_view source);

}  // namespace hearsay
