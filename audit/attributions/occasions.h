// Finds where or in what things are said: the settings that modifiers name, beside attributions and away from them, and
// those that a hearer implies. Who else speaks there is told by sources/.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "attributions/match.h"
#include "attributions/occasion.h"
#include "mentions/article.h"
#include "rules/program.h"
#include "rules/register.h"

namespace hearsay {

/// Linear in matches and attributions.
[[nodiscard]] Occasions find_occasions(const Article& article, const std::vector<Match>& matches,
                                       const Attributions& attributions, const Program& program,
                                       const Register& registers);

}  // namespace hearsay
