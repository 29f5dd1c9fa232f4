// Which country, party or house a phrase names: "the Afghan army chief", "the Democratic nominee", "the head of the
// Harbour Union". Two that name different ones are two.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "rules/register.h"
#include "sources/entities.h"

namespace hearsay {

enum class Belonging : std::uint8_t {
  untold,  // one of the two names none
  same,
  unlike,  // a country and a house: both may be true
  other,   // two countries, or two houses, none of them shared
};

/// The countries and houses that words name, each once, few of each.
struct NamedHouses {
  static constexpr std::size_t kMost = 6;
  std::array<std::uint32_t, kMost> countries{};  // keys
  std::array<std::uint32_t, kMost> words{};      // hashes
  std::size_t country_count = 0;
  std::size_t word_count = 0;

  [[nodiscard]] bool empty() const { return country_count + word_count == 0; }
};

/// What is read to tell them.
struct HouseWords {
  const Language& language;
  const Mentions& mentions;
  const Register& registers;  // of countries by their names
};
[[nodiscard]] NamedHouses houses_of(const HouseWords& words, const Mention& phrase);

/// What a phrase that names `own` and what the entity has been called say of each other.
[[nodiscard]] Belonging belonging(const HouseWords& words, const NamedHouses& own, const Entity& entity);

}  // namespace hearsay
