// The frame of served pages: no style and no script stands in them, for the policy that the server gives with every
// answer forbids both; what they need is fetched from /assets, under names that change with the bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/exchange.h"
#include "server/route.h"

namespace hearsay {

struct LivePage {
  std::string title;                     // markup
  std::string state = {};                // class of the body, or ""
  std::string body;                      // markup
  std::vector<std::string_view> assets;  // names: "table.css", "table.js"
  int status = 200;
};
[[nodiscard]] Response live_response(const LivePage& page);

/// "/assets/table-1f2e3d4c5b6a7980.css"; "" of an unknown name.
[[nodiscard]] std::string asset_address(std::string_view name);
/// GET /assets/{name}: may be kept for ever.
[[nodiscard]] Routes asset_routes();

}  // namespace hearsay
