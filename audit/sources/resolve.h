// From mentions and attributions to sources: pronouns, surnames, titles, descriptions and short forms resolved.
#pragma once

#include "attributions/attribution.h"
#include "attributions/occasion.h"
#include "document/document.h"
#include "mentions/mention.h"
#include "rules/lexicon.h"
#include "rules/register.h"
#include "sources/source.h"
#include "tokens/token.h"

namespace hearsay {

/// Resolves over the whole article. The outlet of the document is not a relay of its own article.
[[nodiscard]] Sources resolve_sources(const Document& document, const Text& text, const Mentions& mentions,
                                      const Attributions& attributions, const Occasions& occasions,
                                      const Lexicons& lexicons, const Register& registers);

}  // namespace hearsay
