// Whether two names of different articles can be one source. Names alone tell: no article is at hand.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/closed_words.h"

namespace hearsay {

enum class SameSource : std::uint8_t {
  yes,      // one name, or one is the other cut short: "Ana Ruiz", "Ruiz", "Mayor Ana Ruiz"; "HTA", "Harbour Transit
            // Authority"
  unknown,  // one of them is not stated
  no,
};

/// Letters' case and marks do not count. Two persons of one family name whose first names differ in the first letter
/// are two; "Amira Sole" and "Amyra M. Sole" are one. Which words do not count is the language's.
[[nodiscard]] SameSource same_source(std::string_view left, std::string_view right, const LanguageWords& language);

}  // namespace hearsay
