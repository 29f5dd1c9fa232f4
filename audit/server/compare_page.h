// What changed between two versions of a draft that is kept, as a page.
#pragma once

#include "server/desk.h"
#include "server/route.h"

namespace hearsay {

/// GET /drafts/{id}/compare?old=&new=: numbers of versions; without them the last two.
[[nodiscard]] Routes compare_routes(Desk& desk);

}  // namespace hearsay
