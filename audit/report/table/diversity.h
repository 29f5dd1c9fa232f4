// The diversity table of the house: who is heard in an article, a row each, with how much, where and under which words.
// It holds what the text says and what the house's own register notes; nothing is guessed from names.
#pragma once

#include "report/report.h"
#include "report/table/joined_sheet.h"

namespace hearsay {

/// Everybody whom something is given to, in order of first mention, without the author, the public at large and the
/// outlet itself. Pronouns are those that the text uses for a person, else "not stated". A column of the house's
/// register is "house_NAME"; it is there only where a row has it.
[[nodiscard]] Sheet diversity_sheet(const Report& report);

/// A whole sheet with its column "articles" filled: in how many of its articles a source of this name is heard. Empty
/// where there is no name. `held` as of JoinedSheet. Throws as it does.
[[nodiscard]] JoinedSheet count_articles(const JoinedSheet& sheet, std::size_t held = Spool::kHeld);

}  // namespace hearsay
