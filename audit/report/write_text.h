// A summary for the terminal: what a person wants to know of an article at the end of a day. Not for programs (JSON
// is).
#pragma once

#include <cstddef>
#include <string>

#include "report/report.h"

namespace hearsay {

struct TextOptions {
  std::size_t width = 80;  // columns; less than 40 is taken as 40
  bool colour = false;     // ANSI colours, never the only sign
};

/// Ends with a newline. Every line fits the width, but for words that are longer; controls of the article are left out.
[[nodiscard]] std::string write_text(const Report& report, const TextOptions& options = {});

}  // namespace hearsay
