// What the words of one attribution tell of when and how it was said. Reads cue and sentence; knows no entities.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "mentions/language.h"
#include "rules/lexicon.h"

namespace hearsay {

/// Holds references; lives within one call.
class SpeechReader {
 public:
  SpeechReader(const Language& language, const Lexicons& lexicons);

  /// Whether an attribution can be of the occasion the article is about: spoken, and no habit, plan or other time.
  [[nodiscard]] bool current(const Attribution& attribution) const;
  /// No verb of speech, but nothing else against it: "ticked off", "took aim at".
  [[nodiscard]] bool in_passing(const Attribution& attribution) const;
  /// The day that a sentence tells for what it says at `token`, outside quotations and `content`: a number for a
  /// weekday
  /// ("on Thursday") or a date ("Dec. 16"), 0 where it tells none. Days in names ("Herald Sunday") are none.
  [[nodiscard]] std::uint32_t day(std::uint32_t token, const std::vector<TokenRange>& content = {}) const;
  /// Says "you" to somebody in a quotation.
  [[nodiscard]] bool addresses(const Attribution& attribution) const;

 private:
  [[nodiscard]] bool spoken(const Attribution& attribution) const;
  [[nodiscard]] bool is_lead(std::uint32_t token) const;
  [[nodiscard]] bool of_this_time(const Attribution& attribution) const;
  [[nodiscard]] TokenRange around(const Attribution& attribution) const;

  const Language& language_;
  LexiconId elsewhen_, have_, modal_, weekday_, month_;
  std::array<LexiconId, 11> speech_;  // verbs that are spoken
};

}  // namespace hearsay
