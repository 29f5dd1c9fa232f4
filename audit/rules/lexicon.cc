// Look-ups only; compile_lexicons.cc builds what they read.
#include "rules/lexicon.h"

#include <algorithm>

namespace hearsay {

LexiconId Lexicons::named(std::string_view id) const {
  const auto at = std::lower_bound(by_name_.begin(), by_name_.end(), id,
                                   [&](LexiconId one, std::string_view name) { return names_[one] < name; });
  return at != by_name_.end() && names_[*at] == id ? *at : kNoLexicon;
}

std::span<const Sense> Lexicons::senses(WordId word) const {
  if (word + 1 >= sense_begin_.size()) return {};
  return std::span<const Sense>(senses_).subspan(sense_begin_[word], sense_begin_[word + 1] - sense_begin_[word]);
}

std::optional<Sense> Lexicons::sense(WordId word, LexiconId lexicon) const {
  if (!has(word, lexicon)) return std::nullopt;
  for (const Sense& sense : senses(word)) {
    if (sense.lexicon == lexicon) return sense;
  }
  return std::nullopt;
}

std::optional<PhraseMatch> Lexicons::phrase(std::span<const WordId> words, LexiconId lexicon) const {
  std::optional<PhraseMatch> best;
  if (words.empty() || words[0] >= phrase_root_.size()) return best;
  std::uint32_t node = phrase_root_[words[0]];
  if (node == 0 || (lexicon != kNoLexicon && !phrase_sets_[node].has(lexicon))) return best;
  for (std::uint32_t length = 1; node != 0; ++length) {
    for (const Sense& sense : phrases_[node].senses) {
      if (lexicon != kNoLexicon && sense.lexicon != lexicon) continue;
      best = PhraseMatch{.entry = sense.entry, .length = length, .form = sense.form};
      break;
    }
    if (length == words.size()) break;
    const auto first = phrases_.begin() + phrases_[node].first_child;
    const auto last = first + phrases_[node].child_count;
    const auto child = std::lower_bound(first, last, words[length],
                                        [](const PhraseNode& left, WordId word) { return left.word < word; });
    node = child != last && child->word == words[length] ? static_cast<std::uint32_t>(child - phrases_.begin()) : 0;
  }
  return best;
}

}  // namespace hearsay
