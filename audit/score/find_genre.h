// The genre of an article: what its outlet calls it, else its shape, else the way of writing.
#pragma once

#include "attributions/attribution.h"
#include "mentions/article.h"
#include "rules/program.h"
#include "score/genre.h"

namespace hearsay {

/// By reference; they must outlive the call. Where there are no tags, nothing is told of tenses.
struct GenreInput : Article {
  const Attributions& attributions;
  const Program& program;  // lexicons genre-…, the weights of genre.tsv
};

/// Pure, linear in the text. An id that is "" where too little is written in the writer's own voice to tell, or the
/// pack has no weights, and the record says nothing.
[[nodiscard]] Genre find_genre(const GenreInput& input);

}  // namespace hearsay
