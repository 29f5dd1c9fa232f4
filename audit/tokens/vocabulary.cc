// Open addressing with linear probing.
#include "tokens/vocabulary.h"

namespace hearsay {

WordId Vocabulary::add(std::string_view lower) {
  const std::uint32_t hash = word_hash(lower);
  if (const WordId known = find(lower, hash); known != kUnknownWord) return known;
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(lower);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
  slots_[at] = {hash, id};
  return id;
}

WordId Vocabulary::find(std::string_view lower, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].id != kUnknownWord; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && words_[slots_[at].id] == lower) return slots_[at].id;
  }
  return kUnknownWord;
}

std::string_view Vocabulary::word(WordId id) const {
  return words_[id];
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == kUnknownWord) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != kUnknownWord) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace hearsay
