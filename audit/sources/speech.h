// What the words of one attribution tell of when and how it was said. Reads cue and sentence; knows no entities.
#pragma once

#include <array>

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
  /// Says "you" to somebody in a quotation.
  [[nodiscard]] bool addresses(const Attribution& attribution) const;

 private:
  const Language& language_;
  LexiconId elsewhen_, have_, modal_;
  std::array<LexiconId, 11> speech_;  // verbs that are spoken
};

}  // namespace hearsay
