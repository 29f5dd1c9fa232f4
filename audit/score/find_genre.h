// The genre of an article: what its outlet calls it, else its shape, else the way of writing.
#pragma once

#include "attributions/attribution.h"
#include "document/document.h"
#include "rules/program.h"
#include "score/genre.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// By reference; they must outlive the call.
struct GenreInput {
  const Document& document;
  const Text& text;
  const Tags& tags;  // one per token; else nothing is told of tenses
  const Attributions& attributions;
  const Program& program;  // lexicons genre-…, the weights of genre.tsv
};

/// Pure, linear in the text. An id that is "" where too little is written in the writer's own voice to tell, or the
/// pack has no weights, and the record says nothing.
[[nodiscard]] Genre find_genre(const GenreInput& input);

}  // namespace hearsay
