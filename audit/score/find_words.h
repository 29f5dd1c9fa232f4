// The words that checks ask for, from lexicons of the pack (rules/en/lexicons/policy.xml), in stretches of text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "score/input.h"

namespace hearsay {

enum class WordList : std::uint8_t {
  rote_reason,  // "policy-rote-reason": reasons that explain nothing
  pejorative,   // "policy-pejorative": words that attack a person
  opinion,      // "policy-opinion": words that judge
  access,       // "policy-access": how they know
  motive,       // "policy-motive": what they want
};
inline constexpr std::size_t kWordListCount = 5;

class WordFinder {
 public:
  /// A lexicon the pack does not have holds no words.
  explicit WordFinder(const ScoreInput& input);
  /// Entries of the list in the ranges together; the first kMaxLooked tokens are looked at.
  [[nodiscard]] double count(WordList list, std::span<const TokenRange> ranges);
  /// Whether one stands in the attribution's sentence outside of what is said.
  [[nodiscard]] bool beside(WordList list, const Attribution& attribution);

 private:
  static constexpr std::uint32_t kMaxLooked = 400;
  [[nodiscard]] double count_buffer(WordList list) const;
  const ScoreInput& input_;
  std::array<LexiconId, kWordListCount> lexicons_{};
  std::vector<WordId> buffer_;
};

}  // namespace hearsay
