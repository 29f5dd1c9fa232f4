// score: claims, then facts, then findings (some of which the text suppresses) and measures of them; what the writer
// documents is said beside it.
#include "score/score.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/fingerprint.h"
#include "score/document_claims.h"
#include "score/gather.h"
#include "score/judge.h"
#include "score/measures.h"
#include "score/positions.h"
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

/// Findings whose readings are not sure stand apart.
void set_apart(Scorecard& card, double certain) {
  const auto sure = [&](const Finding& finding) { return finding.certainty >= certain; };
  const auto unsure = std::stable_partition(card.findings.begin(), card.findings.end(), sure);
  card.perhaps.assign(std::make_move_iterator(unsure), std::make_move_iterator(card.findings.end()));
  card.findings.erase(unsure, card.findings.end());
}

/// Those that count; what measures say of claims follows them to their new places.
std::vector<Claim> shown_claims(std::vector<Claim> claims, std::vector<Measure>& measures) {
  std::vector<Claim> shown;
  std::vector<std::uint32_t> to(claims.size(), kNone);
  for (std::size_t c = 0; c < claims.size(); ++c) {
    if (!counts(claims[c])) continue;
    to[c] = static_cast<std::uint32_t>(shown.size());
    shown.push_back(std::move(claims[c]));
  }
  for (Measure& measure : measures) {
    std::erase_if(measure.claims, [&](std::uint32_t c) { return to[c] == kNone; });
    for (std::uint32_t& c : measure.claims) c = to[c];
  }
  return shown;
}

/// All words of a claim count: where one changes it is to be checked anew.
void sign_claims(const Text& text, std::vector<Claim>& claims) {
  Ordinals ordinals;
  for (Claim& claim : claims) {
    WordFingerprint print;
    print.add("claim");
    for (const TokenRange& part : claim.parts) {
      const TokenRange range = clipped(text, part);
      for (std::uint32_t t = range.begin; t < range.end; ++t) {
        if (!text.tokens[t].has(kPunct)) print.add(text.tokens[t].hash);
      }
    }
    claim.fingerprint = ordinals.next(print.value());
  }
}

/// How far a careful reader's grade may stray: as far as theirs did from totals as these, and further by what changes
/// where the readings that are not sure are left out.
int margin_of(const ScoreInput& input, const GatheredFacts& gathered, const std::vector<EditorQuestion>& questions,
              const Policy& policy, int total) {
  if (policy.margin <= 0) return 0;
  Attributions sure = input.attributions;
  for (std::uint32_t a = 0; a < sure.size(); ++a) {
    if (certainty_of(input, a) < policy.certain) sure[a].statement = false;
  }
  const Article& article = input;
  const ScoreInput firm{article, sure, input.sources, input.trace, input.marks, input.program, input.genre};
  const std::optional<int> without =
      total_of(measure(firm, gathered.claims, gathered.voices, gathered.use, gathered.facts, questions, policy));
  const double unsure = without ? total - *without : 0;
  return static_cast<int>(std::lround(std::hypot(policy.margin, unsure)));
}

}  // namespace

Scorecard score(const ScoreInput& input, const Policy& policy, const RaiseModel& raise) {
  GatheredFacts gathered = gather_facts(input);
  FoundClaims& claims = gathered.claims;
  Scorecard card;
  card.policy = policy.id;
  card.genre = input.genre;
  JudgedFindings judgement = judge(input, gathered, policy, raise);
  card.findings = std::move(judgement.findings);
  set_apart(card, policy.certain);
  suppress(input.document, input.text, policy, card.findings);
  card.measures = measure(input, claims, gathered.voices, gathered.use, gathered.facts, judgement.questions, policy);
  card.withheld = withhold(input, claims.claims);
  if (card.withheld.empty()) card.total = total_of(card.measures);
  if (card.total) {
    card.grade = grade_of(*card.total, policy);
    card.margin = margin_of(input, gathered, judgement.questions, policy, *card.total);
  } else if (card.withheld.empty()) {
    card.withheld = withhold_for_want();
  }
  document_claims(input, claims.claims);
  for (const DeskQuestion& question : policy.questions) {
    if (!question.fact || gathered.facts.value(*question.fact, 0) >= 1) card.questions.push_back(question.text);
  }
  card.claims = shown_claims(std::move(claims.claims), card.measures);
  sign_claims(input.text, card.claims);
  return card;
}

}  // namespace hearsay
