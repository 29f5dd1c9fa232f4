// Any bytes as the head of a request: whatever the scanner lets pass is a head by RFC 9112 however it was cut into
// pieces, and no path that is let pass leads upward.
#include <algorithm>
#include <string>
#include <string_view>

#include "fuzz/holds.h"
#include "server/admit.h"
#include "server/answer.h"
#include "server/head.h"
#include "server/target.h"

namespace hearsay::fuzz {
namespace {

struct Scanned {
  std::size_t size = 0, leading = 0;
  int refused = 0;
  bool whole = false;
  bool operator==(const Scanned&) const = default;
};

Scanned scanned(std::string_view bytes, std::size_t piece) {
  HeadScanner scanner{Limits()};
  std::size_t at = 0;
  while (at < bytes.size() && !scanner.whole() && scanner.refused() == 0) at += scanner.feed(bytes.substr(at, piece));
  return {scanner.size(), scanner.leading(), scanner.refused(), scanner.whole()};
}

void check_target(std::string_view target) {
  const auto decoded = decode_target(target);
  if (!decoded || decoded->asterisk) return;
  require(decoded->path.starts_with('/'));
  require(("/" + decoded->path + "/").find("/../") == std::string::npos);
  require(decoded->path.find('\0') == std::string::npos);
}

// The head is what the scanner let pass: lines end with CR LF, headers have a colon.
void check_head(std::string_view head) {
  require(head.ends_with("\r\n\r\n"));
  require(head.find('\0') == std::string_view::npos);
  require(static_cast<std::size_t>(std::count(head.begin(), head.end(), '\r')) ==
          static_cast<std::size_t>(std::count(head.begin(), head.end(), '\n')));
  std::string_view line = head.substr(0, head.find("\r\n"));
  head.remove_prefix(line.size() + 2);
  Fields headers;
  while (head != "\r\n") {
    const std::string_view field = head.substr(0, head.find("\r\n"));
    head.remove_prefix(field.size() + 2);
    const std::size_t colon = field.find(':');
    require(colon != std::string_view::npos && is_token(field.substr(0, colon)));
    std::string_view value = field.substr(colon + 1);
    while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
    while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
    headers.emplace_back(std::string(field.substr(0, colon)), std::string(value));
  }
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view method = line.substr(0, blank);
  line.remove_prefix(std::min(blank + 1, line.size()));
  const Routes routes = {{.method = "GET", .path = "/", .answer = {}},
                         {.method = "POST", .path = "/a/{id}/{rest...}", .access = Access::open, .answer = {}}};
  const Guard guard{.token = "secret", .port = 1};
  headers.emplace_back("Host", "localhost:1");
  const Admission admission =
      admit(guard, routes, Limits(), method, line.substr(0, line.find(' ')), 11, std::move(headers));
  require(admission.answer || admission.route != nullptr);
  require(admission.answer || !(admission.framing.chunked && admission.framing.has_length));
  if (admission.answer) {  // nothing of the request ends a line of the answer
    const std::string answer = answer_head(*admission.answer, {.length = 0});
    require(answer.find("\r\n\r\n") == answer.size() - 4);
  }
}

}  // namespace

void fuzz_request(std::string_view bytes) {
  const Scanned whole = scanned(bytes, std::max<std::size_t>(bytes.size(), 1));
  require(whole == scanned(bytes, 1));
  require(whole == scanned(bytes, 13));
  if (whole.whole) check_head(bytes.substr(whole.leading, whole.size - whole.leading));
  check_target(bytes);
  static_cast<void>(decode_form(bytes));
}

}  // namespace hearsay::fuzz
