// find_wrong_shares: "112 percent of voters", and "60 percent … 30 percent … the remaining 20 percent" within one
// sentence.
#include <fmt/format.h>

#include <cmath>

#include "score/contradictions/parts.h"

namespace hearsay {
namespace {

constexpr double kWhole = 100;
constexpr double kRounding = 1.01;  // of shares in whole percents, together

struct ShareAt {
  double value = 0;
  TokenRange range;        // number and unit
  bool of = false;         // "60 percent of": it says of what
  bool remainder = false;  // "the remaining 40 percent"
};

std::string plain_number(double value) {
  return fmt::format("{:g}", std::round(value * 100) / 100);
}

class Shares {
 public:
  Shares(const ScoreInput& input, const ValueWords& words, Contradictions& found)
      : input_(input), words_(words), found_(found) {}

  void look_at(const Sentence& sentence) {
    std::vector<ShareAt> shares;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const auto number = words_.number(t);
      if (!number) continue;
      const std::uint32_t unit = words_.percent(number->end);
      if (unit == 0) {
        t = number->end - 1;
        continue;
      }
      ShareAt share{.value = number->value, .range = {t, number->end + unit}};
      share.of = input_.text.is(share.range.end, Role::genitive_of);
      share.remainder = t > sentence.tokens.begin && words_.in(t - 1, words_.remainder);
      if (share.value > kWhole && share.of) more_than_all(share);
      shares.push_back(share);
      t = share.range.end - 1;
    }
    if (shares.size() >= 2 && shares.back().remainder) do_not_add(sentence, shares);
  }

 private:
  /// "112 percent of voters": of a whole that is counted nobody is more than all.
  void more_than_all(const ShareAt& share) {
    std::uint32_t at = share.range.end + 1;
    while (at < share.range.end + 5 && !words_.in(at, words_.share_whole)) {
      const bool part = input_.text.is(at, Role::definite_determiner) ||
                        input_.text.is(at, Role::possessive_determiner) ||
                        (at < input_.tags.size() && is_adjective(input_.tags[at]));
      if (!part) return;
      ++at;
    }
    if (!words_.in(at, words_.share_whole)) return;
    found_.push_back({.kind = ContradictionKind::share,
                      .here = {share.range.begin, at + 1},
                      .there = {},
                      .says = "no part is more than the whole",
                      .certainty = 0.9,
                      .attributions = {}});
  }

  void do_not_add(const Sentence& sentence, const std::vector<ShareAt>& shares) {
    double sum = 0;
    for (const ShareAt& share : shares) {
      if (share.remainder && &share != &shares.back()) return;
      // "… of the remaining 40 percent", and a second whole, are another reckoning.
      if (share.of && &share != &shares.front()) return;
      sum += share.value;
    }
    const std::uint32_t before = shares.front().range.begin;
    if (before > sentence.tokens.begin && input_.text.is(before - 1, Role::genitive_of)) return;
    if (words_.any(sentence.tokens, words_.share_compared) || std::abs(sum - kWhole) <= kRounding) return;
    std::string told;
    for (const ShareAt& share : shares) told += (told.empty() ? "" : " + ") + plain_number(share.value);
    found_.push_back({.kind = ContradictionKind::share,
                      .here = {shares.front().range.begin, shares.back().range.end},
                      .there = {},
                      .says = told + " make " + plain_number(sum),
                      .certainty = sum > kWhole ? 0.9 : 0.85,
                      .attributions = {}});
  }

  const ScoreInput& input_;
  const ValueWords& words_;
  Contradictions& found_;
};

}  // namespace

void find_wrong_shares(const ScoreInput& input, const ValueWords& words, Contradictions& found) {
  Shares shares(input, words, found);
  for (const Sentence& sentence : input.text.sentences) shares.look_at(sentence);
}

}  // namespace hearsay
