// Answers whose body is JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "server/exchange.h"

namespace hearsay {

using OrderedJson = nlohmann::ordered_json;

/// On one line with its end; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string json_line(const OrderedJson& json);
[[nodiscard]] Response json_answer(const OrderedJson& json, int status = 200);

}  // namespace hearsay
