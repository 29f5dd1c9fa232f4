// All that the scorecard is made from: the values of the stages before, by reference. They must outlive the call.
#pragma once

#include "attributions/attribution.h"
#include "document/document.h"
#include "mentions/mention.h"
#include "rules/program.h"
#include "score/claim_mark.h"
#include "score/genre.h"
#include "sources/source.h"
#include "tokens/tag.h"
#include "tokens/token.h"
#include "trace/trace.h"

namespace hearsay {

/// Indices that point outside their table are read as "not there".
struct ScoreInput {
  const Document& document;
  const Text& text;
  const Tags& tags;  // one per token; empty: what has no verb cannot be told
  const Mentions& mentions;
  const Attributions& attributions;
  const Sources& sources;
  const Trace& trace;
  const ClaimMarks& marks;
  const Program& program;  // rules for the kinds of claims, lexicons for the words of the checks
  Genre genre = {};        // as find_genre tells it
};

}  // namespace hearsay
