// From rule matches to attributions: the reading that fits each cue best, by the rules alone or weighed against the
// evidence, which is asked once with what the rules read.
#pragma once

#include <functional>
#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "evidence/hint.h"
#include "evidence/proposal.h"
#include "mentions/article.h"
#include "rules/program.h"

namespace hearsay {

/// The least probability at which a cue that no rule reads is worth reading: what the evidence is to be asked with.
inline constexpr float kLeastProposal = 0.28F;

/// The evidence: what it proposes for an article, given what rules read there, at kLeastProposal (evidence/evidence.h).
using AskEvidence = std::function<std::vector<Proposal>(Hints hints)>;

struct AttributionOptions {
  double min_confidence = 0;  // attributions below are left out
};

/// `matches` as find_matches gives them. `evidence` may be empty: the rules alone. Linear in matches times the length
/// of a sentence.
[[nodiscard]] Attributions find_attributions(const Article& article, const std::vector<Match>& matches,
                                             const Program& program, const AskEvidence& evidence = {},
                                             const AttributionOptions& options = {});

/// What it asks the evidence with, for whoever explains or trains that: one hint per cue that a rule reads, by head.
[[nodiscard]] Hints find_hints(const Article& article, const std::vector<Match>& matches, const Program& program);

}  // namespace hearsay
