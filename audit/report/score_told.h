// Why a score is what it is, and who speaks, in one sentence each that a reader understands.
#pragma once

#include <string>

#include "report/index.h"
#include "report/report.h"

namespace hearsay {

/// Points a measure takes off the total, 0 where it does not apply.
[[nodiscard]] double points_lost(const ReportMeasure& measure);

/// "Most is lost because it carries fewer claims with a source than a full report (13 points), then because unnamed
/// people are quoted (6)."; where there is no total, why.
[[nodiscard]] std::string score_told(const Report& report);

/// "7 sources named, 2 not named, 3 claims without a source.": who speaks, in one line.
[[nodiscard]] std::string voices_told(const ReportIndex& index);

}  // namespace hearsay
