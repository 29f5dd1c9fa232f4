// Who is charged with something in an article, by the rules that say so (rules/en/accusations.xml), and whether they,
// or somebody who speaks for them, say anything in it or were asked.
#pragma once

#include <cstdint>
#include <vector>

#include "score/input.h"

namespace hearsay {

/// All that one accused is charged with, told by the sentence in which most is said of it.
struct Accusation {
  TokenRange range;              // that sentence, or as much of it as the same words hold
  TokenRange accused;            // who is charged, as named there; for a pronoun where it is named first
  TokenRange phrase;             // the whole phrase there: "his campaign"
  std::uint32_t entity = kNone;  // who that is (Sources::identities)
  SourceKind kind = SourceKind::other;
  std::uint32_t attribution = kNone;  // whose words these are; kNone: the writer's own
  std::uint32_t times = 0;            // how often rules find it charged in the body
  double certainty = 1;               // that the accused is this one, and the words the accuser's
  bool answered = false;
};

/// In text order, one an accused. Whoever has a name in the article can answer, and so can those who bear a common one
/// ("Democrats"); nobody answers a charge of their own. Linear in the text: of each article the first 500 marks are
/// looked at.
[[nodiscard]] std::vector<Accusation> find_accusations(const ScoreInput& input);

}  // namespace hearsay
