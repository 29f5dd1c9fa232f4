// Rule matches with the content found for them: readings of cues, before the best is chosen. `find_candidates` opens
// the attach stage; the evidence may be asked in between; attach (attach.h) closes it.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "base/span.h"
#include "document/document.h"
#include "mentions/mention.h"
#include "rules/program.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

class Reading;

struct Candidate {
  Attribution attribution;
  TokenRange tag;   // source and cue together: the words between contents
  double rank = 0;  // the better reading of one cue has the higher rank
};

/// The readings of all matches of attribution rules, the better of one place first; none whose content the rule does
/// not accept.
[[nodiscard]] std::vector<Candidate> find_candidates(const Document& document, const Text& text, const Tags& tags,
                                                     const Mentions& mentions, const Program& program,
                                                     const std::vector<Match>& matches);

/// Direct where every word of the content is quoted, mixed where some are.
[[nodiscard]] AttributionType type_of(const Reading& reading, const std::vector<TokenRange>& content);

}  // namespace hearsay
