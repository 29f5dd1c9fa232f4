// Entry: align. A content word in common is worth 4, a word of grammar 1; a content word left out or replaced costs
// 1½, a word of grammar ½: halves are counted, so all is doubled. One byte per cell tells the way back.
#include "trace/align.h"

#include <algorithm>
#include <cstddef>

#include "trace/stem.h"

namespace hearsay {
namespace {

constexpr int kContentMatch = 8;
constexpr int kGrammarMatch = 2;
constexpr int kContentGap = 3;
constexpr int kGrammarGap = 1;

enum Step : std::uint8_t { kStop, kMatch, kUp, kAside };

int gap(Stem word) {
  return is_content(word) ? kContentGap : kGrammarGap;
}

std::uint32_t content_in(std::span<const Stem> words, std::size_t first, std::size_t last) {
  return static_cast<std::uint32_t>(std::count_if(words.begin() + static_cast<std::ptrdiff_t>(first),
                                                  words.begin() + static_cast<std::ptrdiff_t>(last + 1), is_content));
}

}  // namespace

Alignment align(std::span<const Stem> left, std::span<const Stem> right) {
  left = left.first(std::min(left.size(), kMostComparedWords));
  right = right.first(std::min(right.size(), kMostComparedWords));
  const std::size_t columns = right.size() + 1;
  std::vector<int> above(columns, 0), row(columns, 0);
  std::vector<Step> steps((left.size() + 1) * columns, kStop);
  int best = 0;
  std::size_t best_i = 0, best_j = 0;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    const int skip = gap(left[i - 1]);
    for (std::size_t j = 1; j <= right.size(); ++j) {
      int value = 0;
      Step step = kStop;
      const auto offer = [&](int score, Step way) {
        if (score > value) {
          value = score;
          step = way;
        }
      };
      if (left[i - 1] == right[j - 1])
        offer(above[j - 1] + (is_content(left[i - 1]) ? kContentMatch : kGrammarMatch), kMatch);
      offer(above[j] - skip, kUp);
      offer(row[j - 1] - gap(right[j - 1]), kAside);
      row[j] = value;
      steps[i * columns + j] = step;
      if (value > best) {
        best = value;
        best_i = i;
        best_j = j;
      }
    }
    std::swap(above, row);
  }

  Alignment result;
  std::vector<Stem> shared;
  std::size_t i = best_i, j = best_j;
  while (i > 0 && j > 0) {
    const Step step = steps[i * columns + j];
    if (step == kStop) break;
    if (step == kMatch) {
      result.pairs.emplace_back(static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j - 1));
      if (is_content(left[i - 1])) shared.push_back(left[i - 1]);
    }
    if (step != kAside) --i;
    if (step != kUp) --j;
  }
  if (result.pairs.empty()) return result;
  std::reverse(result.pairs.begin(), result.pairs.end());
  result.words = static_cast<std::uint32_t>(result.pairs.size());
  result.content = static_cast<std::uint32_t>(shared.size());
  std::sort(shared.begin(), shared.end());
  result.distinct = static_cast<std::uint32_t>(std::unique(shared.begin(), shared.end()) - shared.begin());
  result.left = content_in(left, result.pairs.front().first, result.pairs.back().first);
  result.right = content_in(right, result.pairs.front().second, result.pairs.back().second);
  return result;
}

}  // namespace hearsay
