// All that the scorecard is made from: the article and what later stages found in it, by reference. They must outlive
// the call.
#pragma once

#include "attributions/attribution.h"
#include "mentions/article.h"
#include "rules/program.h"
#include "score/genre.h"
#include "score/marks.h"
#include "sources/source.h"
#include "trace/trace.h"

namespace hearsay {

/// Indices that point outside their table are read as "not there"; where there are no tags, what has no verb cannot be
/// told.
struct ScoreInput : Article {
  const Attributions& attributions;
  const Sources& sources;
  const Trace& trace;
  const ScoreMarks& marks;
  const Program& program;  // rules for the kinds of claims, lexicons for the words of the checks
  Genre genre = {};        // as find_genre tells it
};

}  // namespace hearsay
