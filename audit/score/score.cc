// score: claims, then facts, then findings (some of which the text suppresses) and measures of them; what the writer
// documents is said beside it.
#include "score/score.h"

#include "score/document_claims.h"
#include "score/gather.h"
#include "score/judge.h"
#include "score/measures.h"
#include "score/suppress.h"
#include "score/withhold.h"

namespace hearsay {

namespace {

std::string grade_of(int total, const Policy& policy) {
  for (const Grade& grade : policy.grades) {
    if (total >= grade.from) return grade.letter;
  }
  return policy.grades.empty() ? std::string() : policy.grades.back().letter;
}

}  // namespace

Scorecard score(const ScoreInput& input, const Policy& policy) {
  Judged judged = gather_facts(input);
  auto& [voices, claims, use, facts] = judged;
  Scorecard card;
  card.policy = policy.id;
  card.genre = input.genre;
  card.findings = judge(input, claims, use, facts, policy);
  suppress(input.document, input.text, card.findings);
  card.measures = measure(input, claims, voices, use, facts, policy);
  card.withheld = withhold(input, claims.claims);
  if (card.withheld.empty()) card.total = total_of(card.measures);
  if (card.total) {
    card.grade = grade_of(*card.total, policy);
  } else if (card.withheld.empty()) {
    card.withheld = withhold_for_want();
  }
  document_claims(input, claims.claims);
  card.claims = std::move(claims.claims);
  return card;
}

}  // namespace hearsay
