// The addresses of the archive as the open interface describes them: each page, and the same as data.
#pragma once

#include <functional>

#include "server/route.h"

namespace hearsay {

/// One answer for all: it takes the address apart itself (archive_place.h).
[[nodiscard]] Routes archive_rows(const std::function<Response(const Request&)>& answer);

}  // namespace hearsay
