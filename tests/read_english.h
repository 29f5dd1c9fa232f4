// Articles read as the program reads them, with the page words that ship, for tests that load no engine.
#pragma once

#include <string_view>

#include "document/read.h"
#include "english_words.h"

namespace hearsay {

[[nodiscard]] inline Document read_english(std::string_view bytes, std::string_view path, const ReadLimits& limits = {},
                                           const ReadHints& hints = {}) {
  return read(bytes, path, english_page_words(), limits, hints);
}

}  // namespace hearsay
