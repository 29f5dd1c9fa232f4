// Genres that their shape gives away: releases, live reports, match reports, listings, reviews with stars. Precision
// comes first: each wants more than one sign.
#pragma once

#include "score/find_genre.h"

namespace hearsay {

/// An empty id where the shape is that of any article.
[[nodiscard]] Genre genre_of_shape(const GenreInput& input);

}  // namespace hearsay
