// The lexicons of people, titles, roles, groups, documents and organisations by name, looked up once per article, and
// the questions the stages ask of one token. A pack that lacks a lexicon answers no.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/word_hash.h"
#include "document/document.h"
#include "rules/lexicon.h"
#include "tokens/token.h"

namespace hearsay {

struct LanguageIds {
  explicit LanguageIds(const Lexicons& lexicons);
  LexiconId title, honorific, name_suffix, role, group, collective, vague_person, access, family, demonym,
      demonym_plural;
  LexiconId organisation_head, organisation_name, media_head, media_name, document_head, place_head, place_name,
      thing_opener, polity;
  LexiconId male_name, female_name, either_name, word_name, name_particle;
  LexiconId noun_common, adjective_common, verb_common, calendar, time, time_noun, count, quantifier, pronoun,
      possessive_pronoun, indefinite_pronoun, preposition, subordinator, relative, adverb, say, tell, takes_of, share;
  LexiconId portfolio, institution, organisation_opener, approximator, party_plural, sole_office, lone_speaker;
};

/// What is known of the words of one text. Holds references; lives within one call.
class Language {
 public:
  Language(const Document& document, const Text& text, const Lexicons& lexicons);

  [[nodiscard]] const LanguageIds& ids() const { return ids_; }
  [[nodiscard]] const Lexicons& lexicons() const { return lexicons_; }
  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.tokens.size()); }
  /// 0 beyond the end.
  [[nodiscard]] std::uint32_t hash(std::uint32_t i) const { return i < size() ? text_.tokens[i].hash : 0; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return token_text(document_, token(i)); }
  /// Whether it is a closed word with that role.
  [[nodiscard]] bool is(std::uint32_t i, Role role) const { return text_.is(i, role); }
  /// Whether the word ends so, as it is written, and has `stem` bytes and more before the ending.
  [[nodiscard]] bool ends(std::uint32_t i, WordEnding ending, std::size_t stem = 2) const {
    return text_.language->ends(word(i), ending, stem);
  }
  /// "and", "&".
  [[nodiscard]] bool joins_two(std::uint32_t i) const {
    return is(i, Role::coordinator_and) || hash(i) == word_hash("&");
  }
  [[nodiscard]] bool in(std::uint32_t i, LexiconId lexicon) const {
    return i < size() && lexicons_.has(token(i).word, lexicon);  // kNoLexicon holds nothing
  }
  /// The token of a name that is the surname: the one before "III" and "Jr.".
  [[nodiscard]] std::uint32_t surname_of(TokenRange name) const;
  /// A day or month; not the surname "May" of a text that names "Lena May".
  [[nodiscard]] bool calendar(std::uint32_t i) const;
  /// "D-Mass.", "R-Ohio".
  [[nodiscard]] bool party_tag(std::uint32_t i) const;
  /// "himself", "itself": right behind a phrase it is part of that, "Rana himself".
  [[nodiscard]] bool reflexive(std::uint32_t i) const { return is(i, Role::reflexive); }
  /// The form of the word in a lexicon that holds it; Form::base where it does not.
  [[nodiscard]] Form form(std::uint32_t i, LexiconId lexicon) const;
  /// An attribute of the word's entry in a lexicon, or "".
  [[nodiscard]] std::string_view attribute(std::uint32_t i, LexiconId lexicon, std::string_view name) const;
  /// Tokens of the longest entry of a lexicon that starts at i and ends at `end` or before; 0 = none.
  [[nodiscard]] std::uint32_t length_at(std::uint32_t i, std::uint32_t end, LexiconId lexicon) const;
  /// The entry's attribute for such a match.
  [[nodiscard]] std::string_view attribute_at(std::uint32_t i, std::uint32_t end, LexiconId lexicon,
                                              std::string_view name) const;
  [[nodiscard]] bool given_name(std::uint32_t i) const {
    return in(i, ids_.male_name) || in(i, ids_.female_name) || in(i, ids_.either_name);
  }

 private:
  [[nodiscard]] bool surname(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t match(std::uint32_t i, std::uint32_t end, LexiconId lexicon, std::uint32_t& entry) const;
  const Document& document_;
  const Text& text_;
  const Lexicons& lexicons_;
  LanguageIds ids_;
  std::vector<ClosedWords::Row> surnames_;  // months that are surnames in this text; mostly none
};

/// "24-year-old".
[[nodiscard]] bool tells_age(const Language& language, std::uint32_t i);

}  // namespace hearsay
