// Words and marks as the figures count them. They are not the program's own tokens: everybody who measures on the same
// annotation must count the same, so these follow the usual regular expressions \w+(?:[’'-]\w+)* and [^\w\s].
#pragma once

#include <string_view>
#include <vector>

#include "base/standoff.h"

namespace hearsay {

struct Word {
  CodeRange range;
  bool mark = false;  // a single character that is neither letter, digit, _ nor white space
};

/// All words and marks, in order.
[[nodiscard]] std::vector<Word> words_of(std::u32string_view text);

}  // namespace hearsay
