// The check sheet in the browser: of a text that is typed, whose page keeps what is entered; of a draft that is kept,
// where several people tick at once and entries survive new versions.
#pragma once

#include "server/desk.h"
#include "server/route.h"

namespace hearsay {

/// POST /desk/checksheet; GET and POST /drafts/{id}/checksheet, its state, and the sheet as a file.
[[nodiscard]] Routes sheet_routes(Desk& desk);

}  // namespace hearsay
