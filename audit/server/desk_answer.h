// What the desk's page is told of a text: the scorecard's parts, where its marks lie, by what its things are known
// again, and what became of the corrections. JSON, whose markup has everything escaped.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/report.h"
#include "server/exchange.h"

namespace hearsay {

/// {"title", "state", "panel", "story", "marks", "flags", "perhaps", "sources", "targets", "corrections", "remarks"};
/// places are code points of the report's text. `remarks` are sentences about the reading of it.
[[nodiscard]] nlohmann::ordered_json desk_answer(const Report& report, const std::vector<std::string>& remarks);

/// The text of an article that cannot be typed in as it lies in its file: headline, standfirst and body, a paragraph
/// apart from the next; what a page has around its article is left out.
[[nodiscard]] std::string typed_text(const Report& report);

/// As application/json, on one line.
[[nodiscard]] Response desk_json(const nlohmann::ordered_json& json, int status = 200);

}  // namespace hearsay
