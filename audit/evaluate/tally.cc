#include "evaluate/tally.h"

#include <cmath>
#include <limits>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kMeasuredCount> kNames = {
    "cue",       "source overlap", "source exact",    "content overlap", "content exact",    "full",
    "quote",     "quote+source",   "fragment source", "fragment cue",    "fragment content", "token source",
    "token cue", "token content"};

Count of_label(const Tally& tally, TokenLabel label) {
  const auto l = static_cast<std::size_t>(label);
  Count count{.found = tally.labels[l][l]};
  for (std::size_t other = 0; other < kLabelCount; ++other) {
    count.gold += tally.labels[l][other];
    count.predicted += tally.labels[other][l];
  }
  return count;
}

}  // namespace

std::string_view measured_name(Measured measured) {
  return kNames[static_cast<std::size_t>(measured)];
}

Tally& Tally::operator+=(const Tally& other) {
  articles += other.articles;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i].found += other.counts[i].found;
    counts[i].predicted += other.counts[i].predicted;
    counts[i].gold += other.counts[i].gold;
  }
  for (std::size_t g = 0; g < kLabelCount; ++g) {
    for (std::size_t p = 0; p < kLabelCount; ++p) labels[g][p] += other.labels[g][p];
  }
  return *this;
}

std::vector<Figure> figures_of(const Tally& tally) {
  Tally whole = tally;
  whole[Measured::token_source] = of_label(tally, TokenLabel::source);
  whole[Measured::token_cue] = of_label(tally, TokenLabel::cue);
  whole[Measured::token_content] = of_label(tally, TokenLabel::content);
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < kMeasuredCount; ++i) {
    Figure figure{.measured = static_cast<Measured>(i), .count = whole.counts[i]};
    figure.precision = share(figure.count.found, figure.count.predicted);
    figure.recall = share(figure.count.found, figure.count.gold);
    const double sum = figure.precision + figure.recall;
    figure.f1 = sum == 0 ? 0 : 2 * figure.precision * figure.recall / sum;
    figures.push_back(figure);
  }
  return figures;
}

double token_alpha(const Tally& tally) {
  std::array<double, kLabelCount> of{};
  double words = 0;
  double differ = 0;
  for (std::size_t g = 0; g < kLabelCount; ++g) {
    for (std::size_t p = 0; p < kLabelCount; ++p) {
      const auto count = static_cast<double>(tally.labels[g][p]);
      of[g] += count;
      of[p] += count;
      words += count;
      if (g != p) differ += count;
    }
  }
  const double values = 2 * words;
  if (values <= 1) return std::numeric_limits<double>::quiet_NaN();
  double agree = 0;
  for (const double count : of) agree += count * (count - 1);
  const double expected = 1 - agree / (values * (values - 1));
  if (expected == 0) return std::numeric_limits<double>::quiet_NaN();
  return 1 - (differ / words) / expected;
}

}  // namespace hearsay
