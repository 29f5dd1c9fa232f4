// Which names of many articles are most likely one person's, or one body's. For rankings, which would otherwise count a
// president five times, and for dossiers, which would miss half of what was said; what was put together is always
// shown. Two who are sources of one article side by side are never put together for a first name that may be short for
// another.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace hearsay {

struct NameUse {
  std::uint64_t count = 0;
  bool person = false;
  std::vector<std::int64_t> articles = {};  // in which it is a source; sorted
  std::set<std::string> roles = {};         // words of what its articles call and affiliate it
  std::set<std::string> aliases = {};       // keys of other names that an article gives it
  std::set<std::string> acronyms = {};      // those of them, and of itself, that are in capitals throughout
};

/// From a key (names.h) to that of the name it is counted with, for those that have one; never a chain. In this order:
/// 1. another spelling ("george h. w. bush", "us customs", “lorenzo ‘skip’ ruiz”), or a name that an article gives it:
/// of
///    a person with that surname, of a body an acronym that fits, the same words or the same last word;
/// 2. words before a name that is known ("house speaker nancy pelosi"), or its end alone ("le pen");
/// 3. middle names and initials left out, where no others stand between the two ("sarah sanders");
/// 4. a first name that is short for the other or a letter off, unless what the two are called differs ("chuck
///    schumer"); "jr." left out of a name in full with initials, likewise, for fathers have the same name, or left out
///    where hardly anybody leaves it out;
/// 5. a surname alone, with the only person of that surname, or with one who is used five times as often as all others
///    of it together; unless it is a first name that is used more.
[[nodiscard]] std::map<std::string, std::string> fuller_names(const std::map<std::string, NameUse>& uses);

}  // namespace hearsay
