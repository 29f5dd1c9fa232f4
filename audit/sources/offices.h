// What a person's office or trade tells of who is meant: families of roles as the lexicon has them ("mayor" is a
// local-politician), and what a description adds ("the former mayor"). Who is meant is told by anaphora.h.
#pragma once

#include <string_view>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"

namespace hearsay {

/// Whether one of `family` may be called by the role of `mention`, which is of family `other`: a foreign minister is a
/// diplomat; a leader, chief or head may be of any office.
[[nodiscard]] bool are_related(const Language& language, std::string_view family, std::string_view other,
                               const Mention& mention);

/// Offices that the article's main figures hold, told or not: "the candidate" is whom it speaks of.
[[nodiscard]] bool is_elevated(std::string_view family);

/// "happiness", "movement": by its ending a word for no person.
[[nodiscard]] bool tells_quality(const Language& language, std::uint32_t i);

/// "the 57-year-old engineer", "the former mayor", "the Frenchman": says more of whom the text is about.
[[nodiscard]] bool tells_of_known(const Language& language, const Mention& phrase);

/// "The nominee attacked her opponent": the gender that the pronoun behind it in the sentence tells, where nobody else
/// comes between.
[[nodiscard]] Gender gender_after(const Language& language, const Mentions& mentions, const Mention& phrase);

/// Whether a phrase names another office than any that the entity is called by: "the finance minister" and "the police
/// chief" are no interior minister.
[[nodiscard]] bool other_office(const Language& language, const Mention& phrase, const Entity& entity,
                                const Mentions& mentions);

/// Whether a phrase names whoever heads a body now, and the entity is only told to have held an office: "the head of
/// the Harbour Party" is no former chairman of one.
[[nodiscard]] bool out_of_office(const Language& language, const Mention& phrase, const Entity& entity,
                                 const Mentions& mentions);

/// Whether the entity is only told to be the vice or deputy of the office that a phrase names: "the president" is no
/// vice president.
[[nodiscard]] bool is_only_deputy(const Language& language, const Mention& phrase, const Entity& entity,
                                  const Mentions& mentions);

/// Whether one of the words of a list, parted by spaces, stands in a name.
[[nodiscard]] bool name_has(const Language& language, TokenRange name, std::string_view list);

}  // namespace hearsay
