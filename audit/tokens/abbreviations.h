// Words whose full stop belongs to them, told by where they may stand. Only words followed by a full stop are asked.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

enum class Abbreviation : std::uint8_t {
  none,
  title,     // "Mr.", "Sen.": a name follows; it never ends a sentence
  plain,     // "etc.", "Inc.", "Sept.": may end a sentence
  capital,   // "Co.", "Fla.": plain, but only when written with a capital
  place,     // "Ind.", "Miss.": a state after a comma, a bracket or a hyphen; elsewhere a word
  numbered,  // "No.", "Fig.", "Mar.": only before a figure
};

/// What `lower` (without its full stop) abbreviates.
[[nodiscard]] Abbreviation abbreviation_of(std::string_view lower);

/// Whether a token that ends with its own full stop needs something to follow: `hash` is the word_hash of "sen.".
[[nodiscard]] bool is_title_abbreviation(std::uint32_t hash);

}  // namespace hearsay
