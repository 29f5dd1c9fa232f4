// find_genre: the outlet's word first, then shapes (each demands more than one sign: a wrong one costs a grade), then a
// linear sum over measured features of the writer's own voice.
#include "score/find_genre.h"

#include <algorithm>
#include <cmath>

#include "score/genre_record.h"
#include "score/genre_shape.h"
#include "score/genre_writing.h"

namespace hearsay {
namespace {

constexpr std::size_t kShownSigns = 3;

/// "first person, judging": the features that spoke most for what it is.
std::string strongest(const Genre& genre) {
  std::string names;
  std::size_t shown = 0;
  for (const GenreSign& sign : genre.writing) {
    if ((sign.weight > 0) != (genre.id == "opinion") || shown == kShownSigns) continue;
    names += (shown == 0 ? "" : ", ") + std::string(sign.name);
    ++shown;
  }
  std::replace(names.begin(), names.end(), '-', ' ');
  return names;
}

}  // namespace

Genre find_genre(const GenreInput& input) {
  Genre genre = genre_of_record(input.document, input.program);
  if (genre.id.empty()) genre = genre_of_shape(input);
  const OwnVoice voice = own_voice(input);
  const GenreWeights& table = input.program.genre;
  if (table.weights.empty() || voice.words < table.least_words) return genre;
  double odds = table.bias;
  for (const GenreWeight& row : table.weights) {
    const auto feature = writing_feature_named(row.feature);
    if (!feature) continue;
    const double amount = voice.amounts.at(static_cast<std::size_t>(*feature));
    const double weight = row.weight * amount / (amount + row.half);
    odds += weight;
    if (amount > 0) genre.writing.push_back({writing_feature_name(*feature), amount, weight});
  }
  std::stable_sort(genre.writing.begin(), genre.writing.end(),
                   [](const GenreSign& a, const GenreSign& b) { return std::abs(a.weight) > std::abs(b.weight); });
  if (!genre.id.empty()) return genre;
  const double opinion = 1 / (1 + std::exp(-odds));
  genre.id = opinion >= 0.5 ? "opinion" : "news";
  genre.source = GenreSource::writing;
  genre.certainty = std::max(opinion, 1 - opinion);
  genre.detail = strongest(genre);
  return genre;
}

}  // namespace hearsay
