// The scorecard as XML: says the same as the JSON report, field by field. reports/scorecard.xsd describes it.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// Well-formed XML 1.0 in UTF-8. A character that XML cannot hold (most controls, U+FFFE, U+FFFF) comes out as U+FFFD,
/// one for one, so that spans still index `text`; a CR is written as a reference, so that no parser drops it.
[[nodiscard]] std::string write_xml(const Report& report);

}  // namespace hearsay
