// The scorecard as one self-contained page: article left, score, findings, sources, claims and questions beside it. It
// makes no request, needs no script, and prints.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// Valid HTML in UTF-8. A strict content security policy allows just the page's own style and script, by their hash.
[[nodiscard]] std::string write_html(const Report& report);

}  // namespace hearsay
