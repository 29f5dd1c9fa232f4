// What an exception that nobody expected is told as: a fault of the program, or a machine that has no memory left.
#pragma once

#include <exception>
#include <string>

#include "base/diagnostic.h"

namespace hearsay {

inline constexpr const char* kMoreMemory = "raise the limit (ulimit -v), or give fewer --threads";
inline constexpr const char* kPleaseReport = "this is a fault of the program or of the machine; please report it";

/// "WHAT: there is no memory left", or "WHAT: " and the exception's words; `file` may be "".
[[nodiscard]] Diagnostic fault_of(const std::exception& error, const std::string& what, const std::string& file = "");

}  // namespace hearsay
