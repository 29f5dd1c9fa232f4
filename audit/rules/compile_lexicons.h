// Collects entries and makes the immutable Lexicons of them: inflected, numbered, sorted for look-up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/lexicon.h"
#include "rules/trie.h"
#include "tokens/vocabulary.h"

namespace hearsay {

class LexiconBuilder {
 public:
  /// Words are added to `vocabulary`, which must outlive the builder.
  explicit LexiconBuilder(Vocabulary& vocabulary);

  /// The lexicon of that id, made where it is new; kNoLexicon once there are kMaxLexicons.
  LexiconId lexicon(std::string_view id);
  [[nodiscard]] LexiconId named(std::string_view id) const { return lexicons_.named(id); }
  /// Adds an entry (lemma as written, lexicon and pos set) with the file's `forms` attribute. Returns what is wrong
  /// with it in one clause, or ""; a wrong entry is left out.
  std::string add(Entry entry, std::string_view forms);
  [[nodiscard]] Lexicons finish();

 private:
  struct Pending {
    WordId word;
    Sense sense;
  };
  void add_form(std::string_view word, std::size_t position, Sense sense);
  void add_forms(std::string_view spellings, std::size_t position, Sense sense);

  Vocabulary& vocabulary_;
  Lexicons lexicons_;
  std::vector<std::string> words_;  // of the entry being added
  std::vector<Pending> single_;
  std::vector<WordId> phrase_words_;
  std::vector<WordSequence> phrases_;  // value: index into phrase_senses_
  std::vector<Sense> phrase_senses_;
};

[[nodiscard]] std::string_view form_name(Form form);
/// `past` for "past" …; false where it is none.
[[nodiscard]] bool form_named(std::string_view name, Form& form);

}  // namespace hearsay
