// What the noun phrases of an article tell the evidence of each token: who or what it names, and where in its phrase it
// stands. Not here: the phrases (mentions/mention.h).
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/mention.h"

namespace hearsay {

/// Who or what a noun phrase names, as far as it tells a source from a thing.
enum class Who : std::uint8_t {
  none,  // in no noun phrase
  named_person,
  named_organisation,
  document,
  media,
  unnamed_person,
  group,       // unnamed_group, collective
  thing,       // anything else: a time, a place, a matter
  speaker,     // I, we, you
  pronoun,     // he, she, they
  it,          // it, this
  relative,    // who, which, that
  possessive,  // his, her
};
inline constexpr std::uint32_t kWhoCount = 13;

/// Of one token.
struct Nominal {
  Who who = Who::none;
  /// In the longest phrase that holds the token: 0 outside all, 1 its first token, 2 in its core, 3 in what extends the
  /// core (an apposition, a relative clause, of-phrases); +4 for its last token.
  std::uint8_t place = 0;
};
using Nominals = std::vector<Nominal>;

/// One per token.
[[nodiscard]] Nominals nominals_of(const Mentions& mentions);

}  // namespace hearsay
