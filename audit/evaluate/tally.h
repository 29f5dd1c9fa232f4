// Counts that add up over articles, and the figures they give. The definitions are those of the table in
// docs/evaluate.md.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/interval.h"

namespace hearsay {

/// Found, predicted, annotated.
struct Count {
  std::uint64_t found = 0;
  std::uint64_t predicted = 0;
  std::uint64_t gold = 0;
  bool operator==(const Count&) const = default;
};

enum class Measured : std::uint8_t {
  cue,              // a predicted cue overlaps it
  source_overlap,   // … and the sources overlap
  source_exact,     // … and are equal but for outer marks
  content_overlap,  // … and intersection over union of the contents is at least .5
  content_exact,
  full,             // cue, source and content overlap
  quote,            // contents that open with a quotation mark, whatever their cue
  quote_source,     // … and their source
  fragment_source,  // runs of whole tokens, roles not linked
  fragment_cue,
  fragment_content,
  token_source,  // labels of single words
  token_cue,
  token_content,
};
inline constexpr std::size_t kMeasuredCount = 14;
[[nodiscard]] std::string_view measured_name(Measured measured);  // "cue", "source overlap" … "token content"

/// A word's label; of several the later one holds.
enum class TokenLabel : std::uint8_t { none, content, source, cue };
inline constexpr std::size_t kLabelCount = 4;

struct Tally {
  std::uint64_t articles = 0;
  std::array<Count, kMeasuredCount> counts{};  // by Measured; those of tokens follow from `labels`
  std::array<std::array<std::uint64_t, kLabelCount>, kLabelCount> labels{};  // words by [annotated][predicted] label
  [[nodiscard]] Count& operator[](Measured measured) { return counts[static_cast<std::size_t>(measured)]; }
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally&) const = default;
};

/// Part of the whole; 0 where there is none.
[[nodiscard]] inline double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// 0 where nothing was predicted, annotated or found.
struct Figure {
  Measured measured = Measured::cue;
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  Count count;
};

/// One per Measured, in their order.
[[nodiscard]] std::vector<Figure> figures_of(const Tally& tally);

/// Krippendorff's alpha over the four labels of words (nominal, two coders); not a number where there is one label
/// only.
[[nodiscard]] double token_alpha(const Tally& tally);

}  // namespace hearsay
