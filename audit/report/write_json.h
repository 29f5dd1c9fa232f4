// The scorecard as JSON: the keys of its first edition in their order, later ones at the end of each object.
#pragma once

#include <cstdint>
#include <string>

#include "report/report.h"

namespace hearsay {

enum class JsonLayout {
  page,  // indented by two, lists of spans and ids on their line; ends with a newline
  line,  // one line for JSON Lines, ends with a newline
};

/// Valid JSON whatever the text holds; bytes that are no UTF-8 come out as U+FFFD.
[[nodiscard]] std::string write_json(const Report& report, JsonLayout layout = JsonLayout::page);

/// Why there is no scorecard, for the article's place in a file of scorecards.
struct ErrorRecord {
  std::string id, path, sha256;  // "" = null
  std::string severity;          // "error", "warning"
  std::string message, remedy;
  std::uint32_t line = 0;  // of the file; 0 = unknown
};

/// `{"schema": "hearsay.error/1", …}` on one line, ends with a newline.
[[nodiscard]] std::string write_error_json(const ErrorRecord& error);

}  // namespace hearsay
