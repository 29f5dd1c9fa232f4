// Of a score that may be missing.
#pragma once

#include <algorithm>

#include "report/report.h"

namespace hearsay {

/// Whether any measure applies: without a total, rows of "n/a" alone say nothing.
[[nodiscard]] inline bool any_value(const Report& report) {
  return std::any_of(report.measures.begin(), report.measures.end(),
                     [](const ReportMeasure& measure) { return measure.value.has_value(); });
}

}  // namespace hearsay
