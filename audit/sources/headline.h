// Nouns of a headline or standfirst that stand without an article for somebody whom the story names: "Mayor resigns"
// over "Ana Ruiz, the mayor of Ellan, said". Not here: names and short names in headlines, which entities.h groups.
#pragma once

#include <cstdint>

#include "document/document.h"
#include "mentions/language.h"
#include "mentions/mention.h"

namespace hearsay {

/// Such a noun, alone or with one word before it.
[[nodiscard]] bool is_headline_noun(const Language& language, const Mention& mention);

/// Bytes that headline and standfirst take up at the beginning of the text.
[[nodiscard]] std::uint32_t headlines_end(const Document& document);

}  // namespace hearsay
