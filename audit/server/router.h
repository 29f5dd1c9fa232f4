// Which route answers. Linear in the table, which has tens of rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/route.h"

namespace hearsay {

struct Routed {
  const Route* route = nullptr;  // nullptr: nothing answers that method at this path
  Fields parts;                  // by the route's names
  std::string allowed;           // methods at this path, "GET, HEAD, OPTIONS"; "": there is no such path
  bool cross_origin = false;     // of a route at this path: for OPTIONS
};

/// Of several that match the one that says most: a word wins over {part}, {part} over {rest...}, earlier parts first.
[[nodiscard]] Routed find_route(const Routes& routes, std::string_view method, const std::vector<std::string>& parts);

}  // namespace hearsay
