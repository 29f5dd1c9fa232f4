// Why the evidence reads a cue as it does: the features that weigh most, by name, for the cue and for each place where
// its source, cue and content begin or end. Made on demand, outside the way of an audit.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "evidence/hint.h"
#include "evidence/proposal.h"
#include "evidence/weights.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// A named feature with its value here, and what it adds.
struct Contribution {
  std::string feature;  // template and value as the weight files have them: "stem_next say that"
  double weight = 0;    // log-odds; above 0 it speaks for the reading
};

/// The first token of a span, or the first after it.
struct EdgeReasons {
  SpanRole role = kRoleNone;
  bool begins = false;
  std::uint32_t token = 0;
  double margin = 0;                    // log-odds of all features and the step against the reading one token on
  std::vector<Contribution> strongest;  // by absolute weight
};

struct CueReasons {
  Proposal reading;
  double log_odds = 0;  // that the head is a cue, calibrated
  double base = 0;      // of them, what no feature adds
  std::vector<Contribution> strongest;
  std::vector<EdgeReasons> edges;  // in text order
};

struct ExplainOptions {
  UpstreamHints upstream;          // as for propose
  float threshold = -1;            // as for propose
  std::vector<std::string> names;  // what hints hash: ids of rules and their families
  std::size_t most = 6;            // contributions for the cue; edges get half as many
};

/// One per head, in their order; a head that has no reading is left out. `tags` as tag() gives them.
[[nodiscard]] std::vector<CueReasons> explain_cues(const Document& document, const Text& text, const Tags& tags,
                                                   const Model& model, const std::vector<std::uint32_t>& heads,
                                                   const ExplainOptions& options = {});

}  // namespace hearsay
