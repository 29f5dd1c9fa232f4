// A light parse of a window: which finite verb belongs to which clause, told by the words that open clauses and by
// counting. It knows no phrases and makes no tree; what it says is a hint for features, not a fact.
#pragma once

#include <cstdint>

#include "evidence/frame.h"

namespace hearsay {

struct SpanWindow;

/// How a finite verb comes by its clause.
enum class Join : std::uint8_t {
  none,   // no finite verb
  inner,  // a word behind the head opened it: "that", "who", "because"
  outer,  // it waited for its verb before the head: "her claim that … would"
  same,   // nothing opened it, and a conjunction stands directly before the verb
  other,  // … a conjunction and a subject
  comma,  // … a comma or another mark, somewhere since the verb before
  bare,   // … neither: "said he was"
};
inline constexpr std::uint32_t kJoinCount = 7;

/// What the parse says of a unit.
struct UnitClause {
  Join join = Join::none;
  /// Behind the head: 1 from the last mark before a verb of an outer clause, 2 from that verb on; 0 before both.
  std::uint8_t outside = 0;
  /// What follows up to the next mark or conjunction behind it, itself included: the first verb (1 finite 2 -ing 3 past
  /// participle 4 infinitive 0 none), +5 where a noun phrase stands before it, +10 where the stretch ends with its
  /// sentence, +20 with a comma.
  std::uint8_t ahead = 0;
};
inline constexpr std::uint32_t kAheadCount = 30;

/// Fills Unit::clause, which nobody wrote yet; linear in the units.
void find_clauses(const Frames& frames, SpanWindow& window);

}  // namespace hearsay
