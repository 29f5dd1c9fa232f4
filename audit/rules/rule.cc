// Names of the slots, in the enum's order.
#include "rules/rule.h"

namespace hearsay {

std::string_view slot_name(Slot slot) {
  static constexpr std::array<std::string_view, kSlotCount> kNames = {"source", "cue",       "content", "via",
                                                                      "medium", "recipient", "reason",  "accused"};
  return kNames[static_cast<std::size_t>(slot)];
}

}  // namespace hearsay
