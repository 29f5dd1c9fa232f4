// The closed words of a language and their roles, a bit each: "himself" is reflexive wherever it stands. Found once per
// token (Token::closed), asked everywhere at the price of one bit. Filled while a pack is loaded; shared by all
// threads.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_hash.h"
#include "language/morphology.h"
#include "language/role.h"

namespace hearsay {

class ClosedWords {
 public:
  /// The number of a word among the closed ones; 0 = it is none.
  using Row = std::uint16_t;
  static constexpr std::size_t kMostWords = 60'000;

  /// Gives a word a role. `lower` is in lower case, ’ as '. False where there are too many words.
  bool add(std::string_view lower, Role role);
  /// `hash` is the token's (word_hash of its lower-case form).
  [[nodiscard]] Row row(std::uint32_t hash) const {
    for (std::size_t at = hash & mask_; slots_[at].row != 0; at = (at + 1) & mask_) {
      if (slots_[at].hash == hash) return slots_[at].row;
    }
    return 0;
  }
  [[nodiscard]] bool has(Row row, Role role) const { return roles_[row].test(static_cast<std::size_t>(role)); }
  /// For a word that is no token: part of a compound, of a name. In lower case, ’ as '.
  [[nodiscard]] bool has(std::string_view lower, Role role) const { return has(row(word_hash(lower)), role); }
  /// Number of words.
  [[nodiscard]] std::size_t size() const { return roles_.size() - 1; }
  /// The words of a role, as they were given.
  [[nodiscard]] std::vector<std::string> words_of(Role role) const;

 private:
  friend struct PackFields;  // rules/pack_fields.h
  struct Slot {
    std::uint32_t hash = 0;
    Row row = 0;
  };
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // open addressing, a power of two, at most a quarter full
  std::size_t mask_ = 63;
  std::vector<std::bitset<kRoleCount>> roles_ = std::vector<std::bitset<kRoleCount>>(1);  // by row; row 0 has none
  std::vector<std::string> words_ = std::vector<std::string>(1);
};

/// What is closed in one language: function words, and the endings that tell a word's class. What a pack's
/// language files hold (rules/load_language.h).
struct LanguageWords {
  ClosedWords closed;
  ClosedWords compared;  // words with roles of is_of_compared_words
  std::array<std::vector<std::string>, kEndingCount> endings;
  /// Irregular forms by which cues are learned, to their lemma: "said" → "say".
  std::map<std::string, std::string, std::less<>> lemmas;
  /// Words for whole numbers to their value: "twelve" → 12. From 100 on they multiply what stands before them.
  std::map<std::string, double, std::less<>> numbers;
  /// Two or more words drawn into one, to these: "don't" → {"do", "not"}.
  std::map<std::string, std::vector<std::string>, std::less<>> contractions;
  const Morphology* morphology = &plain_morphology();  // of the pack's language; never null
  std::bitset<kRoleCount> given;                       // that a file names, be it to say that there are no such words
  std::bitset<kEndingCount> given_endings;

  /// Whether the word ends so and has `stem` bytes and more before the ending.
  [[nodiscard]] bool ends(std::string_view lower, WordEnding ending, std::size_t stem = 2) const;
  [[nodiscard]] const std::vector<std::string>& endings_of(WordEnding ending) const {
    return endings[static_cast<std::size_t>(ending)];
  }
  /// The lemma of an irregular form; any other word itself.
  [[nodiscard]] std::string_view lemma_of(std::string_view lower) const {
    const auto at = lemmas.find(lower);
    return at == lemmas.end() ? lower : std::string_view(at->second);
  }
};

/// A language of which nothing is known.
[[nodiscard]] const LanguageWords& no_language();

}  // namespace hearsay
