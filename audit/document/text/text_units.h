// A plain text cut into paragraph units: lines, joined where they are one hard-wrapped paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace hearsay {

/// One or several lines without the white space around them, never empty.
struct TextUnit {
  Span span;
  bool blank_before = false;  // a blank line, or the start of the text, stands before
  bool blank_after = false;   // a blank line, or the end of the text, follows
  bool apart = false;         // a line for this program, no part of the article (document/suppressions.h)
};

[[nodiscard]] std::vector<TextUnit> split_units(std::string_view text);

}  // namespace hearsay
