#include "compare/sense.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::size_t kFewWords = 5;  // of either version: longer ones say something else besides

/// Whether one of the two, which are sorted, holds all of the other.
bool includes_either(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return std::includes(a.begin(), a.end(), b.begin(), b.end()) || std::includes(b.begin(), b.end(), a.begin(), a.end());
}

}  // namespace

const std::vector<ComparedWord>& SenseReader::words(std::string_view text) {
  words_.clear();
  cutter_.cut(text, {0, static_cast<std::uint32_t>(text.size())}, CutFor::original, words_);
  return words_;
}

ClaimSense SenseReader::sense(std::string_view text) {
  ClaimSense out;
  const std::vector<ComparedWord>& all = words(text);
  for (std::size_t w = 0; w < all.size(); ++w) {
    const ComparedWord& word = all[w];
    const bool day = word.has(kDayName) && word.has(kUpperFirst);
    if (word.has(kNumberValue) || day) out.numbers.push_back(word.key);
    if (word.has(kDenying)) ++out.denials;
    // "Some 40 boats": not exact, which is a hedge.
    const bool of_number = w + 1 < all.size() && all[w + 1].has(kNumberValue);
    const auto is = [&](const ClosedWords& closed, Role role) { return closed.has(closed.row(word.key), role); };
    if (is(language_.compared, Role::quantity) && !(of_number && is(language_.closed, Role::hedge_quantity)))
      out.quantities.push_back(word.key);
  }
  std::sort(out.numbers.begin(), out.numbers.end());
  std::sort(out.quantities.begin(), out.quantities.end());
  return out;
}

Turned SenseReader::turned(const VersionPair& pair, const Exchange& exchange) {
  const ClaimSense was = sense(run_text(pair.older, exchange.was));
  const ClaimSense is = sense(run_text(pair.newer, exchange.is));
  const bool few = exchange.was.size() <= kFewWords && exchange.is.size() <= kFewWords;
  Turned out;
  out.number = !includes_either(was.numbers, is.numbers);
  out.negation = few && was.denials % 2 != is.denials % 2;
  out.quantity = few && !out.negation && was.quantities != is.quantities;
  return out;
}

}  // namespace hearsay
