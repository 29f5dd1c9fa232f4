// One HTTP response as an archive keeps it: status and headers in front, the body perhaps cut into chunks and
// compressed. Not a client: nothing is ever asked for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

struct HttpResponse {
  int status = 0;             // 0: no HTTP response
  std::string content_type;   // "text/html", lower case, without parameters; "" = not given
  std::string charset;        // "" = not given
  std::string body;           // as it was before transport; empty where it cannot be had
  std::uint64_t missing = 0;  // bytes that its header promises and that are not there; 0 where nobody can tell
  bool torn = false;          // chunks or compression end before their end is said
  bool too_long = false;      // what compression holds goes on behind `max_bytes`
  std::string problem;        // why not: "compressed by br"; "" if all is well
};

/// Archives often have undone chunks and compression without saying so, therefore both are undone only where the body
/// looks like it. A body grows to at most `max_bytes`.
[[nodiscard]] HttpResponse read_http(std::string_view bytes, std::size_t max_bytes);

/// The value of a header, "" if it is not there. `headers` are lines; names are looked up whatever their case.
[[nodiscard]] std::string_view header_value(std::string_view headers, std::string_view name);

}  // namespace hearsay
