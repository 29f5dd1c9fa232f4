// Finds where or in what things are said: the settings that modifiers name, beside attributions and away from them, and
// those that a hearer implies. Who else speaks there is told by sources/.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/occasion.h"
#include "document/document.h"
#include "mentions/mention.h"
#include "rules/program.h"
#include "rules/register.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// Linear in matches and attributions.
[[nodiscard]] Occasions find_occasions(const Document& document, const Text& text, const Tags& tags,
                                       const Mentions& mentions, const Program& program,
                                       const std::vector<Match>& matches, const Attributions& attributions,
                                       const Register& registers);

}  // namespace hearsay
