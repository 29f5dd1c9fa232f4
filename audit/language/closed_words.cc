// A table by hash: two closed words of one hash would be one, which a test of the shipped packs rules out.
#include "language/closed_words.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {

bool ClosedWords::add(std::string_view lower, Role role) {
  const std::uint32_t hash = word_hash(lower);
  Row at = row(hash);
  if (at == 0) {
    if (size() >= kMostWords) return false;
    if (4 * (roles_.size() + 1) > slots_.size()) grow();
    at = static_cast<Row>(roles_.size());
    roles_.emplace_back();
    words_.emplace_back(lower);
    std::size_t slot = hash & mask_;
    while (slots_[slot].row != 0) slot = (slot + 1) & mask_;
    slots_[slot] = {hash, at};
  }
  roles_[at].set(static_cast<std::size_t>(role));
  return true;
}

std::vector<std::string> ClosedWords::words_of(Role role) const {
  std::vector<std::string> words;
  for (std::size_t at = 1; at < roles_.size(); ++at) {
    if (roles_[at].test(static_cast<std::size_t>(role))) words.push_back(words_[at]);
  }
  return words;
}

void ClosedWords::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  mask_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.row == 0) continue;
    std::size_t at = slot.hash & mask_;
    while (slots_[at].row != 0) at = (at + 1) & mask_;
    slots_[at] = slot;
  }
}

const LanguageWords& no_language() {
  static const LanguageWords none;
  return none;
}

bool LanguageWords::ends(std::string_view lower, WordEnding ending, std::size_t stem) const {
  const std::vector<std::string>& tails = endings_of(ending);
  return std::any_of(tails.begin(), tails.end(), [&](const std::string& tail) {
    return lower.size() >= tail.size() + stem && lower.ends_with(tail);
  });
}

}  // namespace hearsay
