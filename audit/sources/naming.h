// What things are called: the words that stand for a mention and the name an entity goes by. Reads the table; changes
// nothing.
#pragma once

#include <cstdint>
#include <string>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"

namespace hearsay {

/// Holds references; lives within one call.
class Naming {
 public:
  Naming(const Language& language, const Mentions& mentions, const EntityTable& table)
      : language_(language), mentions_(mentions), table_(table) {}

  /// The words of a range, white space as single blanks.
  [[nodiscard]] std::string words(TokenRange range) const;
  /// What a mention calls its entity: a name, else a phrase cut to a bearable length.
  [[nodiscard]] std::string form_of(const Mention& mention) const;
  /// The role in words, "" where it is no more than "Mr": "wife" of "his wife", "acting minister".
  [[nodiscard]] std::string description_of(const Mention& mention) const;
  /// The fullest name the article gives.
  [[nodiscard]] std::string name_of(std::uint32_t entity) const;
  /// Name of the organisation or country spoken for.
  [[nodiscard]] std::string affiliation_of(const Mention& mention) const;

 private:
  [[nodiscard]] TokenRange named_part(const Mention& mention) const;
  [[nodiscard]] std::string phrase_of(const Mention& mention) const;
  [[nodiscard]] std::string bare_form(const Mention& mention) const;

  const Language& language_;
  const Mentions& mentions_;
  const EntityTable& table_;
};

}  // namespace hearsay
