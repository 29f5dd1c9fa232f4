// Any bytes as the body of a request that is cut into chunks: the same bytes come out of it however it arrives.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "fuzz/holds.h"
#include "server/request_parser.h"

namespace hearsay::fuzz {
namespace {

struct Decoded {
  std::string bytes;
  bool done = false, broken = false;
  bool operator==(const Decoded&) const = default;
};

Decoded decoded(std::string_view head, std::string_view body, std::size_t piece, std::size_t room) {
  RequestParser parser;
  require(parser.head(head) == 0);
  Decoded out;
  std::array<char, 4096> buffer{};
  std::string held;  // what the parser did not use is given again
  bool more = false;
  while (!out.broken && !parser.done()) {
    if (held.empty() || more) {
      if (body.empty()) break;
      held += body.substr(0, piece);
      body.remove_prefix(std::min(piece, body.size()));
    }
    const RequestParser::Step step = parser.body(held, {buffer.data(), room});
    require(step.used <= held.size() && step.decoded <= room);
    out.bytes.append(buffer.data(), step.decoded);
    held.erase(0, step.used);
    out.broken = step.then == RequestParser::Then::broken;
    more = step.then == RequestParser::Then::need_more;
  }
  out.done = parser.done();
  return out;
}

}  // namespace

void fuzz_body(std::string_view bytes) {
  if (bytes.size() > 20'000) return;
  const std::string length =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n\r\n";
  const Decoded plain = decoded(length, bytes, 13, 4096);
  require(plain.done && !plain.broken && plain.bytes == bytes);
  const std::string_view chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  const Decoded whole = decoded(chunked, bytes, bytes.size() + 1, 4096);
  require(whole.bytes.size() <= bytes.size());
  require(whole == decoded(chunked, bytes, 1, 4096));
  require(whole == decoded(chunked, bytes, 13, 3));
}

}  // namespace hearsay::fuzz
