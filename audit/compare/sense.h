// What in a few words turns the sense of a claim: numbers by value, days, denials, how many of all. Of this folder
// alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compare/exchange.h"
#include "verify/words.h"

namespace hearsay {

/// Of a stretch of text; numbers and quantities sorted, each by the key of its word.
struct ClaimSense {
  std::vector<std::uint32_t> numbers, quantities;
  std::uint32_t denials = 0;
};

/// What an exchange changes in a claim.
struct Turned {
  bool number = false, negation = false, quantity = false;
  [[nodiscard]] bool any() const { return number || negation || quantity; }
};

/// One comparison's.
class SenseReader {
 public:
  /// `language` must outlive it.
  explicit SenseReader(const LanguageWords& language) : language_(language), cutter_(language) {}

  /// Linear in the text. The words live until the next call.
  const std::vector<ComparedWord>& words(std::string_view text);
  [[nodiscard]] ClaimSense sense(std::string_view text);
  /// A number or day in place of another; a denial, or how many of all, put in or left out within a few words.
  [[nodiscard]] Turned turned(const VersionPair& pair, const Exchange& exchange);

 private:
  const LanguageWords& language_;
  WordCutter cutter_;
  std::vector<ComparedWord> words_;
};

}  // namespace hearsay
