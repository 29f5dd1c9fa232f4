// For whom an American politician sits, as it is told beside the name: "(R-Calif.)", ", D-Ohio,", "(Ill.)", "of Ohio";
// and what a description claims of that: "the California Republican". An abbreviation is known by its letters, which
// open the full name and stand in it in their order.
#pragma once

#include <cstdint>
#include <string_view>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"

namespace hearsay {

struct Seat {
  std::string_view state;  // as it is written: "Calif.", "New York"; empty where it is not told
  char party = 0;          // 'r', 'd', 'i'; 0 where it is not told
};

enum class SeatMatch : std::uint8_t { untold, party, state, other };

/// What the phrase claims; nothing for most.
[[nodiscard]] Seat claimed_seat(const Language& language, const Mention& phrase);
/// What stands behind the names of an entity says of the claim.
[[nodiscard]] SeatMatch match_seat(const Language& language, const Seat& claim, const Entity& entity,
                                   const Mentions& mentions);
/// "the Ohio Republican": nothing but a seat and its party.
[[nodiscard]] bool is_seat_alone(const Language& language, const Seat& claim, const Mention& phrase);
/// Whether one of the offices that somebody is called by is one that people are elected to, a head of state's aside.
[[nodiscard]] bool is_elected(const Language& language, const Entity& entity, const Mentions& mentions);
/// "Ky." and "Kentucky", "N.Y." and "New York".
[[nodiscard]] bool abbreviates(std::string_view brief, std::string_view full);

}  // namespace hearsay
