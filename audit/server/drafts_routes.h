// Drafts that the desk keeps: their list, the desk opened on one, its versions, and what several people who work on it
// ask and add meanwhile.
#pragma once

#include "server/desk.h"
#include "server/route.h"

namespace hearsay {

/// GET /drafts and below, POST of versions and corrections. `desk` must outlive them; without a store they say so.
[[nodiscard]] Routes drafts_routes(Desk& desk);

}  // namespace hearsay
