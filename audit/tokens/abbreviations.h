// Words whose full stop belongs to them, told by where they may stand. Only words followed by a full stop are asked.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/closed_words.h"

namespace hearsay {

enum class Abbreviation : std::uint8_t {
  none,
  title,     // "Mr.", "Sen.": a name follows; it never ends a sentence
  plain,     // "etc.", "Inc.", "Sept.": may end a sentence
  capital,   // "Co.", "Fla.": plain, but only when written with a capital
  place,     // "Ind.", "Miss.": a state after a comma, a bracket or a hyphen; elsewhere a word
  numbered,  // "No.", "Fig.", "Mar.": only before a figure
};

/// What `lower` (without its full stop) abbreviates. Whether a sentence may end there is Role::abbreviation_never_last
/// of the token with its full stop.
[[nodiscard]] Abbreviation abbreviation_of(std::string_view lower, const ClosedWords& closed);

}  // namespace hearsay
