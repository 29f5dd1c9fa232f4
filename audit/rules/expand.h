// What a lexicon or a pattern becomes, as lines of text for `rules expand`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/program.h"

namespace hearsay {

/// Lines at most that one pattern expands to; a last "…" says that there are more.
inline constexpr std::size_t kMaxExpansions = 200;

/// Per entry: "deny: deny denies denying denied  (verb, stance=deny)". Empty for an unknown lexicon.
[[nodiscard]] std::vector<std::string> expand_lexicon(const Program& program, std::string_view id);

/// Per reading of a pattern: "<source> <cue:say> that". <opt> and <alt> are written out; the inverted form comes after.
[[nodiscard]] std::vector<std::string> expand_pattern(const Pattern& pattern);

/// Every word that a pattern of an attribution is tried at, in lower case, sorted: "says", "according". Marks are left
/// out.
[[nodiscard]] std::vector<std::string> cue_words(const Program& program);

}  // namespace hearsay
