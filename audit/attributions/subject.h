// The subject that a cue without one of its own shares with what stands before it: "X rejected the plan, saying …".
#pragma once

#include "attributions/reading.h"
#include "base/span.h"

namespace hearsay {

/// The noun phrase before the first finite verb of t's sentence, left of t and in the same quotation; empty where there
/// is none.
[[nodiscard]] TokenRange shared_subject(const Reading& reading, std::uint32_t t);

/// The same of the last finite verb before t.
[[nodiscard]] TokenRange nearest_subject(const Reading& reading, std::uint32_t t);

}  // namespace hearsay
