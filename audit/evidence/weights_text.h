// The weight files that people read: words.tsv, stems.tsv, tags.tsv, cues.tsv, spans.tsv, readings.tsv, links.tsv and
// numbers.tsv. Each opens with a comment that says what it is, then a line of column names; rows are sorted.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "evidence/feature.h"
#include "evidence/weights.h"

namespace hearsay {

/// The files by name, in this order everywhere.
inline constexpr std::array<std::string_view, 8> kWeightFiles = {
    "cues.tsv", "links.tsv", "numbers.tsv", "readings.tsv", "spans.tsv", "stems.tsv", "tags.tsv", "words.tsv"};

/// File name -> contents.
using WeightTexts = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] WeightTexts print_weights(const Weights& weights);

/// Errors name file and line; what can be read is read. `texts` must hold every file of kWeightFiles.
[[nodiscard]] Weights parse_weights(const WeightTexts& texts, Diagnostics& diagnostics);

/// Words by hash, for writing values; null: no such word.
using WordNamer = std::function<const std::string*(std::uint32_t)>;

/// The values of a feature as they stand in a file, "" where a value has no name.
[[nodiscard]] std::string value_text(const FeatureTemplate& form, const NamedFeature& feature, const WordNamer& words,
                                     const WordNamer& stems);
/// The key of a row; false where the text does not fit the template.
[[nodiscard]] bool key_of_value(std::uint32_t name, const FeatureTemplate& form, std::string_view text,
                                FeatureKey& key);

}  // namespace hearsay
