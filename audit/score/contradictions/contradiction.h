// Two places of one article that cannot both be right, or one that cannot be. What is told here needs no knowledge but
// the article's own words, the date it was published and the calendar.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace hearsay {

enum class ContradictionKind : std::uint8_t {
  name,     // one person's name in two spellings
  title,    // two ranks of one ladder
  age,      // two ages
  share,    // shares of one whole that are more or less than it
  sum,      // parts that do not make the whole
  weekday,  // no such weekday on that date
  wording,  // one quotation in two wordings
  speaker,  // one quotation of two speakers
};
inline constexpr std::size_t kContradictionKindCount = 8;
[[nodiscard]] std::string_view contradiction_kind_name(ContradictionKind kind);  // "name" …

struct Contradiction {
  ContradictionKind kind = ContradictionKind::name;
  TokenRange here;                          // the later place; where there is one place, that
  TokenRange there;                         // the earlier place; empty: there is one place
  std::string says;                         // what is wrong, a clause or a word: "12 and 9 make 21"
  double certainty = 1;                     // of the readings it rests on, 0…1
  std::vector<std::uint32_t> attributions;  // of the quotations
};

}  // namespace hearsay
