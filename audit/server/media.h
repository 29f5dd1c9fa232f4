// What requests say of media types and names: what they send (Content-Type, Content-Disposition), what they want back
// (Accept). RFC 9110, RFC 6266. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/exchange.h"

namespace hearsay {

/// A media type without its parameters, in lower case, and the one parameter that matters.
struct MediaType {
  std::string essence;  // "text/html"; "" = not given
  std::string charset;  // "" = not given
};
[[nodiscard]] MediaType media_type_of(std::string_view header);

/// Which of `offered` (media types, the best first) an Accept header wants most; of equals the first. An empty header
/// wants anything. Nothing where it wants none of them.
[[nodiscard]] std::optional<std::size_t> wanted(std::string_view accept, std::span<const std::string_view> offered);

/// "text/html" as it is sent: with its charset where the type needs one.
[[nodiscard]] std::string content_type(std::string_view media_type);

/// What to call what a request sends: ?name=, the file name of its Content-Disposition, else `otherwise` with the
/// ending of its Content-Type. The last part of a path, without control characters, bounded; it names and is never
/// opened.
[[nodiscard]] std::string name_of(const Request& request, std::string_view otherwise);

/// A name that was given, in the same way: "council.vtt" of "mail/council.vtt"; "" where nothing is left.
[[nodiscard]] std::string bare_name(std::string_view words);

/// "attachment; filename=…" for the name of an answer, which may hold anything.
[[nodiscard]] std::string attachment(std::string_view name);

}  // namespace hearsay
