// Both texts in rows of one paragraph each. Of this folder alone.
#pragma once

#include <vector>

#include "compare/versions.h"
#include "report/changes/changes.h"

namespace hearsay {

/// Every paragraph of either version once, in the newer one's order; one that is gone stands behind what stood before
/// it.
[[nodiscard]] std::vector<ComparedPassage> side_by_side(const VersionPair& comparison);

}  // namespace hearsay
