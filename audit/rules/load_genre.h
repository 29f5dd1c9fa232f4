// The table of genre weights beside the rules: genre.tsv.
#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "rules/genre_weights.h"

namespace hearsay {

/// Rows are tab-separated and headed: feature, half, weight, opinion, other. Feature "*bias" gives the bias as its
/// weight, "*words" the least number of own words as its half. No file: no weights. A line that does not say this is
/// reported and left out.
[[nodiscard]] GenreWeights load_genre_weights(const std::filesystem::path& path, Diagnostics& diagnostics);

}  // namespace hearsay
