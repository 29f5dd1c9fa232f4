// The names of who prints an article, for telling them from the names of who wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/page_words.h"

namespace hearsay {

/// As pages and records give them: "The Bay Post". Empty ones and those of one or two letters are passed over.
using Houses = std::vector<std::string>;

/// Is it one of them, whatever its article, case and marks ("bay post" of "The Bay Post")?
[[nodiscard]] bool is_house(std::string_view name, const Houses& houses, const PageWords& page_words);

/// "Ana Ruiz | The Bay Post", "Ana Ruiz for The Bay Post", "Ana Ruiz Bay Post" → "Ana Ruiz": a name of two words or
/// more without a house behind it. Any other text as it is.
[[nodiscard]] std::string_view person_before_house(std::string_view name, const Houses& houses,
                                                   const PageWords& page_words);

/// What stands behind the headline in a page's <title>: "Ferry stops | News | The Bay Post" → "The Bay Post"; "" where
/// the headline does not open it or nothing short stands there. It may be a section as well as a house.
[[nodiscard]] std::string tail_of_title(std::string_view page_title, std::string_view headline);

}  // namespace hearsay
