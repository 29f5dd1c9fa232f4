// Nouns of a headline or standfirst that stand without an article for somebody whom the story names: "Mayor resigns"
// over "Ana Ruiz, the mayor of Ellan, said". Not here: names and short names in headlines, which entities.h groups.
#pragma once

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"

namespace hearsay {

/// Such a noun, alone or with one word before it.
[[nodiscard]] bool is_headline_noun(const Language& language, const Mention& mention);

/// Joins each that has no entity yet to the only one that the story gives a name and calls by these words; those of
/// whom it has none or several become entities of their own. After anaphora: "the company" tells whom "Company" means.
void resolve_headline_nouns(const Language& language, const Mentions& mentions, EntityTable& table);

}  // namespace hearsay
