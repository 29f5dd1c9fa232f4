// What the files of CandidateFinder share: kinds by class, bounds of what is read, and the mention that asks.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sources/candidates.h"
#include "sources/seat.h"

namespace hearsay {

inline constexpr std::size_t kMostCalled = 10;     // mentions of an entity whose words are read
inline constexpr std::uint32_t kLongestRole = 12;  // tokens

[[nodiscard]] constexpr bool is_person(SourceKind kind) {
  return kind == SourceKind::named_person || kind == SourceKind::unnamed_person;
}
[[nodiscard]] constexpr bool is_body(SourceKind kind) {
  return kind == SourceKind::named_organisation || kind == SourceKind::media;
}
[[nodiscard]] constexpr bool is_many(SourceKind kind) {
  return kind == SourceKind::unnamed_group || kind == SourceKind::collective;
}
/// A count that stops at `limit`.
template <class Number>
[[nodiscard]] constexpr std::uint8_t up_to(Number number, std::uint8_t limit) {
  return static_cast<std::uint8_t>(number < static_cast<Number>(limit) ? number : static_cast<Number>(limit));
}

/// "officials" of "many of the officials".
[[nodiscard]] inline std::uint32_t told_head(const Mention& mention) {
  return mention.part_of_group() ? mention.role.end - 1 : mention.head;
}

struct CandidateFinder::Asked {
  std::uint32_t i = 0;
  Anaphor anaphor = Anaphor::he;
  const Mention* mention = nullptr;
  std::uint32_t head = 0;  // hash of the word that a description is of
  Gender gender = Gender::unknown;
  bool vague = false;                    // "the former official": one who was called so, or nobody told of
  std::string_view family;               // of its role
  std::span<const Quoted> quoted;        // what it says with marks
  LinkFacts facts;                       // what is of the mention alone
  NamedHouses houses;                    // that a description names
  Seat seat;                             // that it claims
  std::vector<std::uint32_t> commanded;  // entities named in what the pronoun governs
};

}  // namespace hearsay
