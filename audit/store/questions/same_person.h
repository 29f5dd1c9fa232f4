// Which names of many articles are most likely one person's. For rankings, which would otherwise count a president
// thrice; what was put together is always shown. A dossier does not guess.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace hearsay {

struct NameUse {
  std::uint64_t count = 0;
  bool person = false;
};

/// From a key (names.h) to that of the fuller name, for those that have one: "donald j. trump" to "donald trump" where
/// no other initials stand between the two; a surname alone to the only person of that surname, or to one who is used
/// five times as often as all others of it together.
[[nodiscard]] std::map<std::string, std::string> fuller_names(const std::map<std::string, NameUse>& uses);

}  // namespace hearsay
