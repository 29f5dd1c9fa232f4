// The words the rules know, each with a small number. Immutable once built; shared by all threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_hash.h"
#include "language/closed_words.h"

namespace hearsay {

/// Number of a known word, from 1; 0 is every unknown word.
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

class Vocabulary {
 public:
  /// The id of a lower-case word (’ written as '), adding it where it is new. Only before sharing.
  WordId add(std::string_view lower);
  /// The id of a lower-case word, or kUnknownWord. `hash` is word_hash(lower).
  [[nodiscard]] WordId find(std::string_view lower, std::uint32_t hash) const;
  [[nodiscard]] WordId find(std::string_view lower) const { return find(lower, word_hash(lower)); }
  [[nodiscard]] std::string_view word(WordId id) const;
  /// Number of ids in use, including 0.
  [[nodiscard]] std::size_t size() const { return words_.size(); }

  LanguageWords language;  // its closed words have no ids: what rules know is another matter

 private:
  friend struct PackFields;  // rules/pack_fields.h
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = kUnknownWord;
  };
  void grow();
  std::vector<std::string> words_{std::string()};
  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // open addressing, a power of two, at most half full
};

}  // namespace hearsay
