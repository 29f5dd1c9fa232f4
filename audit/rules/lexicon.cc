// Look-ups only; compile_lexicons.cc builds what they read.
#include "rules/lexicon.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {

std::size_t Lexicons::slot_of(std::string_view id) const {
  std::size_t at = word_hash(id) % by_name_.size();
  while (by_name_[at] != kNoLexicon && names_[by_name_[at]] != id) at = (at + 1) % by_name_.size();
  return at;
}

LexiconId Lexicons::named(std::string_view id) const {
  return by_name_[slot_of(id)];
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

std::optional<PhraseMatch> Lexicons::find_phrase(std::span<const WordId> words, LexiconId lexicon) const {
  std::optional<PhraseMatch> best;
  std::uint32_t node = phrase_root_[words[0]];
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
