// How a feature of the writing speaks for opinion, as rules/LANGUAGE/genre.tsv says. score/find_genre reads it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

/// A feature measured as `amount` adds weight · amount / (amount + half) to the log-odds.
struct GenreWeight {
  std::string feature;  // "first-person"; "" in no row
  double half = 1;      // the amount that counts half; above 0
  double weight = 0;
  std::uint32_t opinion = 0;  // annotated opinion pieces with an amount of at least `half`
  std::uint32_t other = 0;    // and others
};

struct GenreWeights {
  double bias = 0;                   // log-odds of opinion before anything is measured
  std::uint32_t least_words = 60;    // of the writer's own; of fewer nothing is said
  std::vector<GenreWeight> weights;  // as in the file; empty: the way of writing tells nothing
};

}  // namespace hearsay
