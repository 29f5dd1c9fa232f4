// What must hold of a pattern beyond its XML: one cue, content at an end, something to anchor at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/lexicon.h"
#include "rules/rule.h"

namespace hearsay {

/// The slot of an element's name: "source" …
[[nodiscard]] std::optional<Slot> slot_named(std::string_view name);

/// What is wrong with a pattern, and where; nothing if it is fine.
struct PatternFault {
  Place place;
  std::string message;
  std::string remedy;
};
[[nodiscard]] std::optional<PatternFault> check_pattern(const Pattern& pattern, RuleType type,
                                                        const Lexicons& lexicons);

}  // namespace hearsay
