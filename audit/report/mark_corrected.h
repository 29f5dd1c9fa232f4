// What corrections say of the things of a report, said at the things themselves: a part of the view model, for whoever
// fills one.
#pragma once

#include "report/report.h"

namespace hearsay {

/// Fills ReportAttribution::corrected, ReportSource::corrected, ReportClaim::check, and settles findings, from
/// Report::corrections: these are all that a format has to keep.
void mark_corrected(Report& report);

}  // namespace hearsay
