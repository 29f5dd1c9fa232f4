// The words of the language by kind, as lexicon files give them: which lexicons hold a word, in which form, with which
// attributes. Read-only after compile; one lookup by WordId. Not here: names in the world (register.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/morphology.h"
#include "tokens/tag.h"
#include "tokens/vocabulary.h"

namespace hearsay {

/// Index of a lexicon in Lexicons, in the order of loading.
using LexiconId = std::uint16_t;
inline constexpr LexiconId kNoLexicon = 0xffff;
inline constexpr std::size_t kMaxLexicons = 256;

enum class WordClass : std::uint8_t { other, verb, noun, adjective, adverb, preposition, phrase };

/// Which lexicons hold a word: a bit per LexiconId.
struct LexiconSet {
  std::uint64_t bits[kMaxLexicons / 64] = {};
  [[nodiscard]] bool has(LexiconId id) const { return id < kMaxLexicons && ((bits[id / 64] >> (id % 64)) & 1U) != 0; }
  void add(LexiconId id) { bits[id / 64] |= 1ULL << (id % 64); }
  [[nodiscard]] bool meets(const LexiconSet& other) const {
    return ((bits[0] & other.bits[0]) | (bits[1] & other.bits[1]) | (bits[2] & other.bits[2]) |
            (bits[3] & other.bits[3])) != 0;
  }
  [[nodiscard]] bool empty() const { return (bits[0] | bits[1] | bits[2] | bits[3]) == 0; }
};

/// One line of a lexicon. Attributes are whatever the file gives besides forms: stance, medium, takes, prep, kind,
/// gender, number, confidence … (rules/lexicons.xsd lists them).
struct Entry {
  std::string lemma;  // lower case; several words are joined by one space
  LexiconId lexicon = kNoLexicon;
  WordClass pos = WordClass::other;
  std::vector<std::pair<std::string, std::string>> attributes;
  /// The value of an attribute, or "".
  [[nodiscard]] std::string_view attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes) {
      if (key == name) return value;
    }
    return {};
  }
};

/// A word as a form of an entry. An irregular "cut" has several senses for its several forms.
struct Sense {
  std::uint32_t entry = 0;  // index for Lexicons::entry
  LexiconId lexicon = kNoLexicon;
  Form form = Form::base;
};

/// An entry of several words found at a place.
struct PhraseMatch {
  std::uint32_t entry = 0;
  std::uint32_t length = 0;  // tokens
  Form form = Form::base;    // of its inflected word
};

class Lexicons {
 public:
  /// The lexicon of an id, or kNoLexicon.
  [[nodiscard]] LexiconId named(std::string_view id) const;
  [[nodiscard]] std::string_view name(LexiconId id) const { return names_[id]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  /// Lexicons holding the single word. Empty for kUnknownWord.
  [[nodiscard]] const LexiconSet& set(WordId word) const { return word < sets_.size() ? sets_[word] : sets_[0]; }
  [[nodiscard]] bool has(WordId word, LexiconId lexicon) const { return set(word).has(lexicon); }
  /// Senses of the single word, by lexicon then form.
  [[nodiscard]] std::span<const Sense> senses(WordId word) const;
  /// The sense of a word in one lexicon, if it is in it.
  [[nodiscard]] std::optional<Sense> sense(WordId word, LexiconId lexicon) const;
  [[nodiscard]] const Entry& entry(std::uint32_t index) const { return entries_[index]; }
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
  /// Every word that an entry of the lexicon (in any form) is or starts with; sorted.
  [[nodiscard]] std::span<const WordId> starts(LexiconId lexicon) const { return starts_[lexicon]; }
  [[nodiscard]] bool starts_phrase(WordId word) const { return word < phrase_root_.size() && phrase_root_[word] != 0; }
  /// … of that lexicon (of any where it is kNoLexicon).
  [[nodiscard]] bool starts_phrase(WordId word, LexiconId lexicon) const {
    return starts_phrase(word) && (lexicon == kNoLexicon || phrase_sets_[phrase_root_[word]].has(lexicon));
  }
  /// Words of the lexicon's longest entry; 1 where it has no phrase.
  [[nodiscard]] std::uint32_t longest_entry(LexiconId lexicon) const { return longest_[lexicon]; }
  /// The longest entry of several words that starts at words[0], in `lexicon` (any where it is kNoLexicon).
  [[nodiscard]] std::optional<PhraseMatch> phrase(std::span<const WordId> words, LexiconId lexicon) const {
    if (words.empty() || !starts_phrase(words[0], lexicon)) return std::nullopt;  // most do not
    return find_phrase(words, lexicon);
  }

 private:
  friend class LexiconBuilder;  // rules/compile_lexicons.cc
  friend struct PackFields;     // rules/pack_fields.h
  struct PhraseNode {
    WordId word = kUnknownWord;
    std::uint32_t first_child = 0;  // children are a run sorted by word
    std::uint32_t child_count = 0;
    std::vector<Sense> senses;  // of the entries that end here
  };
  [[nodiscard]] std::optional<PhraseMatch> find_phrase(std::span<const WordId> words, LexiconId lexicon) const;
  [[nodiscard]] static constexpr std::array<LexiconId, 2 * kMaxLexicons> no_names() {
    std::array<LexiconId, 2 * kMaxLexicons> none{};
    none.fill(kNoLexicon);
    return none;
  }
  /// Where by_name_ has the lexicon of that id, or room for it.
  [[nodiscard]] std::size_t slot_of(std::string_view id) const;
  std::vector<std::string> names_;
  std::array<LexiconId, 2 * kMaxLexicons> by_name_ = no_names();  // open addressing, at most half full
  std::vector<Entry> entries_;
  std::vector<std::vector<WordId>> starts_;       // by LexiconId
  std::vector<std::uint32_t> longest_;            // by LexiconId
  std::vector<LexiconSet> sets_{LexiconSet{}};    // by WordId
  std::vector<std::uint32_t> sense_begin_{0, 0};  // by WordId, into senses_
  std::vector<Sense> senses_;
  std::vector<PhraseNode> phrases_;         // [0] is the root
  std::vector<std::uint32_t> phrase_root_;  // by WordId: child of the root, or 0: most words start no phrase
  std::vector<LexiconSet> phrase_sets_;     // by child of the root: lexicons with a phrase that starts so
};

}  // namespace hearsay
