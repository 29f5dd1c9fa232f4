// The scorecard as JSON, the shape of DESIGN.md: its keys in its order, further ones at the end of each object.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

enum class JsonLayout {
  page,  // indented by two, lists of spans and ids on their line; ends with a newline
  line,  // one line for JSON Lines, ends with a newline
};

/// Valid JSON whatever the text holds; bytes that are no UTF-8 come out as U+FFFD.
[[nodiscard]] std::string write_json(const Report& report, JsonLayout layout = JsonLayout::page);

}  // namespace hearsay
