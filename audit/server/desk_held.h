// What the desk's page is told of a draft beside its originals: each quotation's class, both texts side by side, where
// the words stand in the original; and an original's text to be read there.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "server/desk.h"
#include "server/exchange.h"
#include "server/route.h"

namespace hearsay {

/// The ids of a body's member "originals". Nothing where it is no list of so many ids.
[[nodiscard]] std::optional<std::vector<std::string>> given_originals(const nlohmann::ordered_json& body);

/// Holds the draft against these originals; its report gets what comes out, findings too. {"unknown": ids that are not
/// (any longer) here, "unheld": those that are too much beside the others, "held": [{"id": "q1", "attribution", "span",
/// "result", "says", "severity", "quoted", "html", "passages": [{"original", "at", "document", "place", "speaker"}]}]};
/// `at` counts the original's code points.
[[nodiscard]] nlohmann::ordered_json hold_typed(Desk& desk, Desk::Audited& audited,
                                                const std::vector<std::string>& originals);

/// The names of those that are held yet.
[[nodiscard]] std::vector<std::string> names_of_originals(Desk& desk, const std::vector<std::string>& ids);

/// PUT /desk/originals, GET and DELETE /desk/originals/{id}.
[[nodiscard]] Routes originals_routes(Desk& desk);

}  // namespace hearsay
