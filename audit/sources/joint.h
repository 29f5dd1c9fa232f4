// Several who were named together, "Ana Ruiz and Omar Holm", and the plural descriptions that mean them: "the two
// ministers", "both men", "the companies".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/belonging.h"
#include "sources/entities.h"

namespace hearsay {

/// The entities that a compound names, in text order; none where a part has no entity yet, but for what only announces
/// the names behind it ("the two rivals, Holm and Ruiz").
[[nodiscard]] std::vector<std::uint32_t> parts_of(const Language& language, const Mentions& mentions,
                                                  const EntityTable& table, std::uint32_t compound);

/// Whether a description may mean several named together: plural, and definite or counted ("both men").
[[nodiscard]] bool may_mean_several(const Language& language, const Mention& phrase);

/// "the three senators" are not two.
[[nodiscard]] bool may_be_as_many(const Language& language, const Mention& phrase, std::size_t parts);

/// "both men", "the companies": any who were named together may be called so.
[[nodiscard]] bool is_said_of_any(const Language& language, const Mention& phrase);

/// Whether each of `parts` is called what the phrase calls them all, and they are as many as it says.
[[nodiscard]] bool are_called(const HouseWords& words, const Mention& phrase, std::span<const std::uint32_t> parts,
                              const EntityTable& table);

}  // namespace hearsay
