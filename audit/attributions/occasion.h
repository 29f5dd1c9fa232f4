// Where or in what something was said, as the text names it: "in an interview with Radio Cove", "at the hearing",
// "told reporters". Most stand beside an attribution; some only set the scene for those that follow.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "base/span.h"

namespace hearsay {

struct Occasion {
  TokenRange range;                   // the words that name it; never empty
  Medium medium = Medium::none;       // never none
  TokenRange via;                     // the newspaper or station it was said to; empty where there is none
  std::uint32_t attribution = kNone;  // the attribution whose words name it; kNone: it stands by itself
  bool implied = false;               // told by the hearer alone: "told the crowd"
  bool several = false;               // posts, letters: more than one of them
  bool elsewhen = false;              // at another time than what the article is about: "in a speech last year"
};

/// In text order.
using Occasions = std::vector<Occasion>;

/// Whether many speak there, each in the same setting: a hearing, a debate.
[[nodiscard]] constexpr bool is_gathering(Medium medium) {
  return medium == Medium::testimony || medium == Medium::debate || medium == Medium::broadcast;
}

}  // namespace hearsay
