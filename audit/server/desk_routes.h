// The desk in the browser: a page where a draft is typed, pasted, dropped or picked, its scorecard beside it, and what
// the page asks while somebody types.
#pragma once

#include "server/desk.h"
#include "server/route.h"

namespace hearsay {

/// The largest file that the desk takes.
inline constexpr std::size_t kMostDeskBytes = 32U << 20;

/// GET /, POST /desk/audit, PUT and POST /desk/read, the pages' assets. `desk` must outlive them.
[[nodiscard]] Routes desk_routes(Desk& desk);

}  // namespace hearsay
