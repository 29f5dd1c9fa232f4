// How far a clause that narrows a noun down goes: "an aide who spoke because she feared for her job | said". No comma
// parts it from the verb of the sentence, so the verbs are counted.
#pragma once

#include <cstdint>

#include "mentions/language.h"
#include "tokens/tag.h"

namespace hearsay {

inline constexpr std::uint32_t kLongestClause = 40;  // tokens of a relative clause

/// The token behind a relative clause whose pronoun stands at `who`: the finite verb that is none of the clause's own,
/// or the mark that closes the clause. kNone where the sentence ends before.
[[nodiscard]] std::uint32_t relative_clause_end(const Language& language, const Tags& tags, std::uint32_t who);

/// The same for a participle at `verb` ("residents living near the dam | said"); kNone unless a finite verb follows
/// soon.
[[nodiscard]] std::uint32_t participle_clause_end(const Language& language, const Tags& tags, std::uint32_t verb);

/// A mark at which a phrase ends, or a sentence's end.
[[nodiscard]] bool closes_phrase(const Language& language, std::uint32_t i);

}  // namespace hearsay
