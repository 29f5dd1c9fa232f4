// From the head of a request to who answers it, or to the answer that it gets at once: every check that needs no body,
// in the order in which they must be made. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/exchange.h"
#include "server/head.h"
#include "server/limits.h"
#include "server/route.h"
#include "server/security.h"

namespace hearsay {

struct Admission {
  std::optional<Response> answer;  // set: that is all
  const Route* route = nullptr;    // of the table given; may be set beside `answer`, for the statistics
  Request request;                 // without its body
  Framing framing;
  std::uint64_t most_body = 0;  // bytes
  Fields fields;                // that every answer to this request carries
  bool ticket_used = false;
};

/// `method`, `target` and `headers` as they came; `version` is 10 or 11.
[[nodiscard]] Admission admit(const Guard& guard, const Routes& routes, const Limits& limits, std::string_view method,
                              std::string_view target, int version, Fields headers);

/// The answer for a status with which framing is refused, in words.
[[nodiscard]] Response refusal(int status);

}  // namespace hearsay
