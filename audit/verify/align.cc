// align_words: Gotoh's three matrices, the passage's ends free. Only the way back is kept, a byte a cell; ties go to
// the earliest passage.
#include "verify/align.h"

#include <algorithm>
#include <limits>

namespace hearsay {
namespace {

constexpr std::size_t kMostSought = 600;
constexpr std::size_t kMostPassage = 4000;

// Tenths of a point, chosen on the test bed's seeds 1 to 3.
constexpr int kSameContent = 20, kSameLittle = 12;
constexpr int kSameStem = 2, kBothNumbers = 0, kOtherWord = -9;
constexpr int kAdded = -10;
constexpr int kGapOpens = -14, kGapGoesOn = -1;
constexpr int kMarkedGapOpens = -2;
constexpr int kHesitation = -1;  // a word of the passage that anybody leaves out
constexpr int kNever = std::numeric_limits<int>::min() / 4;

enum State : std::uint8_t { kPair, kGap, kAdd, kStart };

int pair_score(const ComparedWord& a, const ComparedWord& b) {
  if (a.key == b.key) return a.has(kContent) ? kSameContent : kSameLittle;
  if (a.has(kInBrackets)) return 0;
  if (a.has(kNumberValue) && b.has(kNumberValue)) return kBothNumbers;
  if (a.stem == b.stem) return kSameStem;
  return kOtherWord;
}

bool slips(const ComparedWord& word) {
  return word.has(kHesitates);
}

}  // namespace

AlignedWords align_words(std::span<const ComparedWord> sought, std::span<const ComparedWord> passage) {
  sought = sought.first(std::min(sought.size(), kMostSought));
  passage = passage.first(std::min(passage.size(), kMostPassage));
  AlignedWords out;
  const std::size_t n = sought.size(), m = passage.size();
  if (n == 0 || m == 0) return out;
  const std::size_t width = m + 1;
  // Two bits each: from which state the best way into pair, gap and add comes.
  std::vector<std::uint8_t> way((n + 1) * width);
  std::vector<int> pair(width), gap(width), add(width);
  std::vector<int> pair_before(width, kNever), gap_before(width, kNever), add_before(width, kNever);
  const auto best_of = [](int a, int b, int c, std::uint8_t& from) {
    from = kPair;
    if (b > a) {
      from = kGap;
      a = b;
    }
    if (c > a) {
      from = kAdd;
      a = c;
    }
    return a;
  };
  for (std::size_t i = 1; i <= n; ++i) {
    const ComparedWord& word = sought[i - 1];
    const bool free = word.has(kInBrackets);
    std::fill(pair.begin(), pair.end(), kNever);
    std::fill(gap.begin(), gap.end(), kNever);
    std::fill(add.begin(), add.end(), kNever);
    const bool ellipsis = i < n && sought[i].has(kEllipsisBefore);
    const bool marked = ellipsis || (i < n && sought[i].has(kInBrackets)) || free;
    for (std::size_t j = 0; j <= m; ++j) {
      std::uint8_t into_pair = kStart, into_gap = kPair, into_add = kStart;
      if (j > 0) {
        const int score = pair_score(word, passage[j - 1]);
        if (i == 1) {
          pair[j] = score;
        } else {
          pair[j] = best_of(pair_before[j - 1], gap_before[j - 1], add_before[j - 1], into_pair);
          pair[j] = pair[j] == kNever ? kNever : pair[j] + score;
        }
      }
      const int added = free ? 0 : kAdded;
      if (i == 1) {
        add[j] = added;
      } else {
        add[j] = best_of(pair_before[j], gap_before[j], add_before[j], into_add);
        add[j] = add[j] == kNever ? kNever : add[j] + added;
      }
      if (j > 0 && i < n) {
        const bool slip = slips(passage[j - 1]);
        const int opens = slip ? kHesitation : marked ? kMarkedGapOpens : kGapOpens;
        const int goes_on = slip || ellipsis ? 0 : kGapGoesOn;
        const int from_pair = pair[j - 1] == kNever ? kNever : pair[j - 1] + opens;
        const int from_gap = gap[j - 1] == kNever ? kNever : gap[j - 1] + goes_on;
        const int from_add = add[j - 1] == kNever ? kNever : add[j - 1] + opens;
        gap[j] = best_of(from_pair, from_gap, from_add, into_gap);
      }
      way[i * width + j] = static_cast<std::uint8_t>(into_pair | into_gap << 2U | into_add << 4U);
    }
    pair.swap(pair_before);
    gap.swap(gap_before);
    add.swap(add_before);
  }
  // The rows of the last word stand in …_before.
  std::size_t at = 0;
  int best = kNever;
  std::uint8_t state = kPair;
  for (std::size_t j = 0; j <= m; ++j) {
    if (pair_before[j] > best) {
      best = pair_before[j];
      at = j;
      state = kPair;
    }
    if (add_before[j] > best) {
      best = add_before[j];
      at = j;
      state = kAdd;
    }
  }
  out.end = static_cast<std::uint32_t>(at);
  for (std::size_t i = n, j = at; i > 0 && state != kStart;) {
    const std::uint8_t ways = way[i * width + j];
    using Kind = AlignedStep::Kind;
    if (state == kPair) {
      const bool same = sought[i - 1].key == passage[j - 1].key;
      out.same += same ? 1U : 0U;
      out.steps.push_back(
          {same ? Kind::same : Kind::other, static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j - 1)});
      state = ways & 3U;
      --i;
      --j;
    } else if (state == kGap) {
      out.steps.push_back({Kind::gone, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j - 1)});
      state = ways >> 2U & 3U;
      --j;
    } else {
      out.steps.push_back({Kind::added, static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(j)});
      state = ways >> 4U & 3U;
      --i;
    }
    out.begin = static_cast<std::uint32_t>(j);
  }
  std::reverse(out.steps.begin(), out.steps.end());
  return out;
}

}  // namespace hearsay
