// From attributions and sources to chains.
#pragma once

#include "attributions/attribution.h"
#include "mentions/article.h"
#include "sources/source.h"
#include "trace/trace.h"

namespace hearsay {

/// Follows nesting (`within`) and relays. Bounded by the number of attributions whatever the input.
[[nodiscard]] Trace build_trace(const Article& article, const Attributions& attributions, const Sources& sources);

}  // namespace hearsay
