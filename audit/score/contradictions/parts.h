// What find_contradictions (find.h) is made of, a function a kind; each appends what it finds.
#pragma once

#include <vector>

#include "mentions/value_words.h"
#include "score/contradictions/contradiction.h"
#include "score/contradictions/people.h"
#include "score/input.h"

namespace hearsay {

using Contradictions = std::vector<Contradiction>;

void find_two_spellings(const ScoreInput& input, const PersonNames& names, Contradictions& found);
void find_two_ages(const ScoreInput& input, const ValueWords& words, const PersonNames& names, Contradictions& found);
void find_two_ranks(const ScoreInput& input, const ValueWords& words, const PersonNames& names, Contradictions& found);
void find_wrong_shares(const ScoreInput& input, const ValueWords& words, Contradictions& found);
void find_wrong_sums(const ScoreInput& input, const ValueWords& words, Contradictions& found);
void find_wrong_weekdays(const ScoreInput& input, const ValueWords& words, Contradictions& found);
void find_two_wordings(const ScoreInput& input, Contradictions& found);

}  // namespace hearsay
