// find_attributions: the rules' candidates, the evidence's answer to them, and of both the readings that stand.
#include "attributions/find.h"

#include <utility>

#include "attributions/attach.h"
#include "attributions/candidate.h"
#include "attributions/choose.h"
#include "attributions/reading.h"
#include "attributions/rule_hints.h"
#include "attributions/weigh.h"

namespace hearsay {

Attributions find_attributions(const Article& article, const std::vector<Match>& matches, const Program& program,
                               const AskEvidence& evidence, const AttributionOptions& options) {
  const Reading reading(article, program);
  std::vector<Candidate> candidates = find_candidates(reading, matches);
  if (!evidence) {
    return attach(reading, chosen(reading, std::move(candidates)), matches,
                  {.rating = Rating::calibrated, .min_confidence = options.min_confidence});
  }
  const std::vector<Proposal> proposals = evidence(hints_of(reading, candidates));
  return attach(reading, weighed(reading, std::move(candidates), proposals), matches,
                {.rating = Rating::given, .min_confidence = options.min_confidence});
}

Hints find_hints(const Article& article, const std::vector<Match>& matches, const Program& program) {
  const Reading reading(article, program);
  return hints_of(reading, find_candidates(reading, matches));
}

}  // namespace hearsay
