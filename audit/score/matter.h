// Which words of a text matter to whoever answers for it: charges, doubt, minds, closed doors, figures … by the lexicon
// "matter" of the pack (rules/en/lexicons/matter.xml). What they mean for a finding is weighed elsewhere.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "score/input.h"

namespace hearsay {

/// The kinds of the lexicon "matter", by name there.
enum class Matter : std::uint8_t {
  charge,
  contested,
  judged,
  hedge,
  mind,
  closed,
  vague,
  insider,
  house,
  crowd,
  figure,
  superlative,
  forecast,
  cause,
  document,
  writer,
  research,
  learned,
  reported,
  relayed,
  speaks_for,
  enactment,
  unknown,
  study,
  paper,
  unpublished,
  open_text,
  chamber,
  formal_act,
  filing,
  method,
  share,
};
inline constexpr std::size_t kMatterCount = 32;

/// How many words of each kind stand somewhere.
using MatterCounts = std::array<std::uint32_t, kMatterCount>;

class MatterWords {
 public:
  /// A pack without the lexicon has no such words. O(tokens).
  explicit MatterWords(const ScoreInput& input);
  /// Of the ranges together; the first kMaxLooked tokens are looked at. A number in digits is a figure.
  [[nodiscard]] MatterCounts count(std::span<const TokenRange> ranges) const;
  [[nodiscard]] MatterCounts count(TokenRange range) const { return count(std::span(&range, 1)); }
  [[nodiscard]] bool has(std::uint32_t token, Matter kind) const {
    return token < masks_.size() && ((masks_[token] >> static_cast<unsigned>(kind)) & 1U) != 0;
  }

 private:
  static constexpr std::uint32_t kMaxLooked = 400;
  std::vector<std::uint64_t> masks_;  // per token, a bit per kind
};

}  // namespace hearsay
