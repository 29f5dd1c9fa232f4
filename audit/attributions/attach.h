// From readings to attributions: the one that reads each cue best, by the rules alone or weighed by the evidence; its
// medium, relays and reasons from the modifiers beside it; and which attribution lies in which.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/candidate.h"
#include "attributions/match.h"
#include "document/document.h"
#include "evidence/hint.h"
#include "evidence/proposal.h"
#include "mentions/mention.h"
#include "rules/program.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

struct AttachOptions {
  double min_confidence = 0;  // attributions below are left out
};

/// What the rules know, for the evidence to be asked with: one hint per cue that a rule reads, by head.
[[nodiscard]] std::vector<Hint> hints_of(const Text& text, const Program& program,
                                         const std::vector<Candidate>& candidates);

/// Rules alone. `matches` as find_matches gives them, `candidates` as find_candidates does. Linear in matches times the
/// length of a sentence.
[[nodiscard]] Attributions attach(const Document& document, const Text& text, const Tags& tags,
                                  const Mentions& mentions, const Program& program, const std::vector<Match>& matches,
                                  std::vector<Candidate> candidates, const AttachOptions& options = {});

/// The same, weighed: `proposals` as propose() gives them for hints_of(candidates), at the threshold join_threshold().
[[nodiscard]] Attributions attach_weighed(const Document& document, const Text& text, const Tags& tags,
                                          const Mentions& mentions, const Program& program,
                                          const std::vector<Match>& matches, std::vector<Candidate> candidates,
                                          const std::vector<Proposal>& proposals, const AttachOptions& options = {});

/// The least probability at which a cue that no rule reads is worth reading.
[[nodiscard]] float join_threshold();

}  // namespace hearsay
