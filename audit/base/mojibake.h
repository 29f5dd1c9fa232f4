// "â€œNo,â€" for “No,”: UTF-8 that somebody read as a one-byte encoding and wrote down again, perhaps more than once.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/mended.h"

namespace hearsay {

struct Unread {
  Mended mended;
  std::size_t marks = 0;    // quotation marks, apostrophes and dashes that were put right
  std::size_t letters = 0;  // other characters
};

/// Puts right what is surely no text as anybody wrote it: a row of characters that reads as UTF-8, gives a character of
/// everyday text and stands where its own reading could not ("cafÃ©", but not "MANHÃ”"). `text` is valid UTF-8. Linear.
[[nodiscard]] Unread mend_mojibake(std::string_view text);

}  // namespace hearsay
