// The archive in the browser: what `hearsay report STORE --out DIR` writes, live. Every page is also there as .json and
// .csv, at an address that stays.
#pragma once

#include <chrono>

#include "server/desk.h"
#include "server/route.h"

namespace hearsay {

/// How long a question to the archive may take; then it is answered 503, with how to ask less.
inline constexpr std::chrono::milliseconds kQuestionTime{5000};

/// GET /archive and below. `desk` must outlive them. Where it has no store they say how to give one.
[[nodiscard]] Routes archive_routes(Desk& desk, std::chrono::milliseconds question_time = kQuestionTime);

}  // namespace hearsay
