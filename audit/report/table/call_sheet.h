// The call sheet: everybody and every document that articles rest on, a row each, with columns for whoever picks up the
// telephone. The columns are those of `hearsay report callsheet`, with the article in front.
#pragma once

#include "report/report.h"
#include "report/table/sheet.h"

namespace hearsay {

/// In order of first mention, without the author, the public, the outlet itself and those who say nothing; contact,
/// verified, by and date are left to fill in.
[[nodiscard]] Sheet call_sheet(const Report& report);

}  // namespace hearsay
