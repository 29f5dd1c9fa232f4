// The attributions as brat standoff annotation over the article's text: offsets count code points.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

struct BratOptions {
  bool flat = false;  // only attributions that lie in no other's content
};

/// T lines and one event per attribution: `Attribution`, or `Attribution-no-source` where no words name the source. A
/// span never holds a line break: its fragments are cut there. An attribution without a cue takes its content as
/// trigger.
[[nodiscard]] std::string write_brat(const Report& report, const BratOptions& options = {});

}  // namespace hearsay
