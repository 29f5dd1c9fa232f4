#include <nlohmann/json.hpp>

#include "server/route.h"

namespace hearsay {

Response problem(int status, std::string_view title, std::string_view detail, std::string_view remedy) {
  nlohmann::ordered_json json = {{"type", "about:blank"}, {"title", title}, {"status", status}};
  if (!detail.empty()) json["detail"] = detail;
  if (!remedy.empty()) json["remedy"] = remedy;
  return {.status = status,
          .type = "application/problem+json",
          .body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"};
}

}  // namespace hearsay
