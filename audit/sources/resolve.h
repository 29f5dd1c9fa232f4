// From mentions and attributions to sources: pronouns, surnames, titles, descriptions and short forms resolved.
#pragma once

#include "attributions/attribution.h"
#include "attributions/occasion.h"
#include "mentions/article.h"
#include "rules/lexicon.h"
#include "rules/register.h"
#include "sources/link.h"
#include "sources/source.h"

namespace hearsay {

/// The article and what was found in it, with the words that tell of people. For one call.
struct ResolveInput : Article {
  const Attributions& attributions;
  const Occasions& occasions;
  const Lexicons& lexicons;
  const Register& registers;
};

/// Resolves over the whole article. The outlet of the document is not a relay of its own article. `choose` decides who
/// a pronoun or a description stands for (sources/link_score.h).
[[nodiscard]] Sources resolve_sources(const ResolveInput& input, const ChooseLink& choose);

}  // namespace hearsay
