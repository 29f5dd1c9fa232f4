// What the server answers of itself: whether it lives, and what it has counted.
#pragma once

#include "server/metrics.h"
#include "server/route.h"

namespace hearsay {

/// /healthz (open) and /metrics. `metrics` must outlive them.
[[nodiscard]] Routes own_routes(const Metrics& metrics);

}  // namespace hearsay
