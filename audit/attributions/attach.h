// From rule matches to attributions: the match that reads each cue best, its content, its medium, relays and reasons from the
// modifiers beside it, and which attribution lies in which.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "document/document.h"
#include "mentions/mention.h"
#include "rules/program.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

struct AttachOptions {
  double min_confidence = 0;  // attributions below are left out
};

/// `matches` as find_matches gives them. Linear in matches times the length of a sentence.
[[nodiscard]] Attributions attach(const Document& document, const Text& text, const Tags& tags, const Mentions& mentions,
                                  const Program& program, const std::vector<Match>& matches, const AttachOptions& options = {});

}  // namespace hearsay
