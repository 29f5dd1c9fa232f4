// An address that is served: what may be asked there, of whom, and what answers. Rooms of the server each give a table
// of these (api_routes, language_tool_routes, desk_routes, archive_routes); the OpenAPI document is made of the rows
// that carry one, and a test holds it against the table.
#pragma once

#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "server/exchange.h"
#include "server/operation.h"

namespace hearsay {

/// Who may ask: everybody who reaches the port (health, /v2); whoever holds the token (cookie, or "Authorization:
/// Bearer"); the same, and from a page of ours (Origin), as it changes something.
enum class Access { open, read, write };

struct Route {
  std::string_view method;  // "GET"; HEAD is answered by GET's
  std::string_view path;    // "/api/v1/articles/{id}": a part in braces takes one part of the path; "{rest...}" all
  Access access = Access::read;
  std::function<Response(const Request&)> answer;  // on a worker's thread, several at once
  bool streams = false;                            // the body is handed over as it comes; a thread of its own
  std::string_view what = {};                      // a line for people
  bool cross_origin = false;                       // CORS as ../docs/api.md says: LanguageTool's interface alone
  bool quick = false;                              // answers in no time: not put behind audits
  std::uint64_t most_body = 0;                     // bytes; 0: the server's limit, where it `streams` none
  std::optional<Operation> operation = {};         // what it takes and gives; none: no part of the open interface
};

using Routes = std::vector<Route>;

inline void append(Routes& routes, Routes&& more) {
  routes.insert(routes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// RFC 9457: what went wrong, as application/problem+json. `detail` may hold what a client sent: it is escaped.
[[nodiscard]] Response problem(int status, std::string_view title, std::string_view detail = {},
                               std::string_view remedy = {});
/// The same with each thing that was found wrong in a file: "diagnostics": [{severity, message, remedy, line, column}].
[[nodiscard]] Response problem(int status, std::string_view title, const Diagnostics& diagnostics);

}  // namespace hearsay
