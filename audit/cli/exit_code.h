// How a run ends, for whoever started it.
#pragma once

#include <algorithm>

namespace hearsay {

enum class ExitCode : int {
  clean = 0,
  findings = 1,  // at or above --fail-on
  failed = 2,    // something could not be done: bad usage, unreadable input, a broken rule; the rest was still done
  interrupted = 130,  // by Ctrl-C or SIGTERM; what was begun was finished
};

/// The graver of two.
[[nodiscard]] constexpr ExitCode worse(ExitCode a, ExitCode b) {
  return std::max(a, b);
}

}  // namespace hearsay
