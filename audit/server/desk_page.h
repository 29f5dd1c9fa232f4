// The desk's page: the same for a new text and for a draft that is kept.
#pragma once

#include <nlohmann/json.hpp>

#include "server/desk.h"
#include "server/exchange.h"

namespace hearsay {

/// `start` is what the page's script begins with: {"draft", "version", "name", "outlet", "text"} where a draft is
/// opened.
[[nodiscard]] Response desk_page(const Desk& desk, nlohmann::ordered_json start);

/// As the words of a script element of type application/json: nothing in it can end the element.
[[nodiscard]] std::string inert_json(const nlohmann::ordered_json& json);

}  // namespace hearsay
