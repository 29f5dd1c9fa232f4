// What each word of a text can be, by the lexicons that hold it or by its shape, before its neighbours are asked.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"
#include "rules/lexicon.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// A bit per Tag.
using TagMask = std::uint64_t;

[[nodiscard]] constexpr TagMask tag_bit(Tag tag) {
  return 1ULL << static_cast<unsigned>(tag);
}
inline constexpr TagMask kNominalTags = tag_bit(Tag::NN) | tag_bit(Tag::NNS) | tag_bit(Tag::NNP) | tag_bit(Tag::NNPS);
inline constexpr TagMask kAdjectivalTags = tag_bit(Tag::JJ) | tag_bit(Tag::JJR) | tag_bit(Tag::JJS);
inline constexpr TagMask kPresentTags = tag_bit(Tag::VB) | tag_bit(Tag::VBP);
inline constexpr TagMask kVerbalTags =
    kPresentTags | tag_bit(Tag::VBD) | tag_bit(Tag::VBG) | tag_bit(Tag::VBN) | tag_bit(Tag::VBZ);

struct PossibleTags {
  std::vector<TagMask> of_token;         // never 0
  std::vector<std::uint8_t> title_case;  // per sentence: 1 in Headlines That Capitalise Every Word
};

[[nodiscard]] PossibleTags possible_tags(const Document& document, const Text& text, const Lexicons& lexicons);

}  // namespace hearsay
