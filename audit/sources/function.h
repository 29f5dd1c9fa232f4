// What a noun phrase does in its clause, told from the tags beside it: no parse, so `other` where they leave it open.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "tokens/tag.h"

namespace hearsay {

enum class Function : std::uint8_t {
  other,
  subject,
  object,
  oblique /* behind a preposition */,
  possessor,
  apposition
};

/// The functions of all mentions and the clauses between two places. Linear in the text.
struct ClauseMap {
  std::vector<Function> of_mention;     // per Mentions::all
  std::vector<std::uint32_t> verbs_to;  // per token: finite verb groups that begin before it
};

[[nodiscard]] ClauseMap map_clauses(const Language& language, const Tags& tags, const Mentions& mentions);

}  // namespace hearsay
