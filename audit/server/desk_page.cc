#include "server/desk_page.h"

#include <utility>

#include "report/html/fill.h"
#include "server/desk_assets.h"
#include "server/desk_originals.h"
#include "server/desk_routes.h"
#include "server/live_page.h"

namespace hearsay {

std::string inert_json(const nlohmann::ordered_json& json) {
  std::string out;
  for (const char c : json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) {
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else {
      out += c;
    }
  }
  return out;
}

Response desk_page(const Desk& desk, nlohmann::ordered_json start) {
  const bool kept = desk.store().has_value();
  const bool draft = start.contains("draft");
  start["store"] = kept;
  start["most_bytes"] = kMostDeskBytes;
  start["most_originals"] = kMostPageOriginals;
  std::string body = fill_places(desk_html(), [&](std::string_view place) -> std::string {
    if (place == "here-desk") return draft ? "" : " aria-current=\"page\"";
    if (place == "store-links") return kept ? " <a href=\"/drafts\">Drafts</a> <a href=\"/archive\">Archive</a>" : "";
    if (place == "kept") {
      return kept ? "Versions and corrections are kept in this desk’s store."
                  : "Nothing is kept: text and corrections live in this page alone and are gone with it.";
    }
    if (place == "save-word") return kept ? "saves a version" : "downloads corrections";
    if (place == "start") return inert_json(start);
    return {};
  });
  return live_response(
      {.title = "hearsay: the desk",
       .state = "desk empty",
       .body = std::move(body),
       .assets = {"page.css", "checksheet.css", "desk.css", "marks.js", "page.js", "checksheet.js", "desk.js"}});
}

}  // namespace hearsay
