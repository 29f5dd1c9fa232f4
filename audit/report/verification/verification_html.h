// One verification as a piece of a page.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"

namespace hearsay {

/// A section, draft and original side by side; all words escaped.
[[nodiscard]] std::string verification_section(const ReportVerification& verification, std::string_view id);

}  // namespace hearsay
