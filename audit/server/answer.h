// The head of an answer as bytes, with what every answer of ours says to browsers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/exchange.h"

namespace hearsay {

struct AnswerFrame {
  std::optional<std::uint64_t> length;  // of the body; nothing: none is said (chunked, or until the end)
  bool chunked = false;
  bool keep_alive = true;
};

/// "HTTP/1.1 200 OK …" up to the empty line. Headers of the response win over those given to all; characters that would
/// end a line are taken out of them.
[[nodiscard]] std::string answer_head(const Response& response, const AnswerFrame& frame);

/// Whether an answer of this status has a body at all.
[[nodiscard]] bool status_has_body(int status);
[[nodiscard]] std::string_view reason_of(int status);

/// What pages of ours are made of: nothing inline, nothing from elsewhere.
inline constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

}  // namespace hearsay
