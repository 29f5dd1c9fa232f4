// Names of slots and types, in the order of their enums.
#include "rules/rule.h"

namespace hearsay {

std::string_view slot_name(Slot slot) {
  static constexpr std::array<std::string_view, kSlotCount> kNames = {"source", "cue",       "content", "via",
                                                                      "medium", "recipient", "reason",  "accused"};
  return kNames[static_cast<std::size_t>(slot)];
}

std::string_view rule_type_name(RuleType type) {
  static constexpr std::array<std::string_view, kRuleTypeCount> kNames = {"attribution", "modifier", "claim",
                                                                          "accusation", "mention"};
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace hearsay
