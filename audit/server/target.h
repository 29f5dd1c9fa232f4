// What a request asks for, decoded once and strictly: whoever compares paths behind this compares what they mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/exchange.h"

namespace hearsay {

struct Target {
  std::string path;                // decoded; starts with "/"
  std::vector<std::string> parts;  // of it, each decoded by itself: one may hold a "/" that was sent as %2F
  Fields query;
  std::string authority;  // of a target that is a whole address (as proxies get it), else ""
  bool asterisk = false;  // "*", of OPTIONS
};

/// Nothing where it is no target, or one that means something else to somebody else: a % without two hex digits, bytes
/// that are no UTF-8, control characters, a part that is "." or ".." in whatever way it is written, a fragment.
[[nodiscard]] std::optional<Target> decode_target(std::string_view target);

/// "a=1&b=x+y%20z", of a query or a form; nothing where an escape is broken or there are more than `most` fields.
[[nodiscard]] std::optional<Fields> decode_form(std::string_view form, std::size_t most = 1000);

/// The other way: what is no letter, digit or one of -._~ becomes %XX.
[[nodiscard]] std::string encode_part(std::string_view part);

}  // namespace hearsay
