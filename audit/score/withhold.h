// Whether a total and a grade can be given at all. Nothing found is nothing said: an article that no pack reads, of a
// kind that no grade of news fits, or with too little to judge gets none, and the reason is said in one sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "score/input.h"
#include "score/scorecard.h"

namespace hearsay {

/// Fewer words of body than this are no article: of one or two sentences every share is 0 or 1.
inline constexpr std::size_t kLeastWords = 80;

/// Whether a grade of sourcing does not fit pieces of this kind. `genre` is the id of a Genre ("opinion",
/// "match-report", …). "" and what is unknown: false.
[[nodiscard]] bool genre_withholds(std::string_view genre);

/// By pack, genre, then by what was found. Empty where the article is to be graded.
[[nodiscard]] Withheld withhold(const ScoreInput& input, const std::vector<Claim>& claims);

/// Where none of the policy's measures applies.
[[nodiscard]] Withheld withhold_for_want();

/// For an article that was not looked through, because no pack reads its language: the name of that in English, or its
/// code; `how` continues the sentence ("told by its letters").
[[nodiscard]] Withheld withhold_for_language(std::string_view language, std::string_view how);

}  // namespace hearsay
