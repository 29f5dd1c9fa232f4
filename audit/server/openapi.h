// The OpenAPI 3.1 document of the interface, written from the rows that carry an operation.
#pragma once

#include "server/json_answer.h"
#include "server/route.h"

namespace hearsay {

[[nodiscard]] OrderedJson openapi_document(const Routes& routes);

/// GET /openapi.json, which anybody may read: it describes these routes, the server's own (health, metrics) and itself.
[[nodiscard]] Route openapi_route(const Routes& routes);

}  // namespace hearsay
