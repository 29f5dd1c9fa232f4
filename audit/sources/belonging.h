// Which country, party or house a phrase names: "the Afghan army chief", "the Democratic nominee", "the head of the
// Harbour Union". Two that name different ones are two.
#pragma once

#include <cstdint>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"

namespace hearsay {

enum class Belonging : std::uint8_t {
  untold,  // one of the two names none
  same,
  unlike,  // a country and a house: both may be true
  other,   // two countries, or two houses, none of them shared
};

/// What `phrase` and what the entity has been called say of each other.
[[nodiscard]] Belonging belonging(const Language& language, const Mention& phrase, const Entity& entity,
                                  const Mentions& mentions);

}  // namespace hearsay
