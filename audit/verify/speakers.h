// Whether the label of a turn and the source of an attribution can be one speaker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/closed_words.h"

namespace hearsay {

/// Whom a draft gives words to.
struct GivenSpeaker {
  std::vector<std::string> names;  // name and aliases; empty: nobody by name, nothing is claimed
  std::string described;           // "the mayor"; "" = not
  bool by_name = true;             // a name stands beside the words; else a pronoun or a description does
};

enum class SpeakerMatch : std::uint8_t { unknown, same, other };

/// `label` as a transcript has it: "MR. REYES", "Q", "Ana Reyes, mayor". A surname in common is enough to be the same.
/// What names nobody ("Q.", "MODERATOR") is another only where a different one of `labels` is surely the speaker.
[[nodiscard]] SpeakerMatch match_speaker(std::string_view label, const std::vector<std::string>& labels,
                                         const GivenSpeaker& given, const LanguageWords& language);

}  // namespace hearsay
