// What a client asks and what it is answered, as plain values: all that routes know of HTTP. Reading it off the wire,
// limits, who may ask what, and writing it back are the server's (http_server.h).
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

/// Names and values in the order they came; of one name the first counts.
using Fields = std::vector<std::pair<std::string, std::string>>;
/// Of headers: without regard to letter case.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);
/// The value of a name, compared without regard to letter case where `any_case` (headers); "" where it is not there.
[[nodiscard]] std::string_view value_of(const Fields& fields, std::string_view name, bool any_case = false);

/// Thrown where a body does not come to its end: the client went, was too slow, broke its framing, or the server stops.
/// Routes let it pass.
class ClientGone : public std::runtime_error {
 public:
  ClientGone() : std::runtime_error("the client is gone") {}
};

/// The body of a request whose route takes it piece by piece. It may also be read while the answer is written
/// (Response::write), until that returns. Blocks; one thread's.
class BodySource {
 public:
  virtual ~BodySource() = default;
  /// Appends what came next to `piece`, which is emptied first. False at the end. Throws ClientGone.
  virtual bool next(std::string& piece) = 0;
};

/// The body of an answer that is written piece by piece. Blocks while the client is slow; one thread's, but for open().
class BodySink {
 public:
  virtual ~BodySink() = default;
  /// False where the client is gone: write no more.
  virtual bool write(std::string_view piece) = 0;
  /// Whether to go on: asked by whoever has nothing to write for a while (events). False where the client is gone or
  /// the server stops, which gives those that do not ask some seconds to come to their end. May be asked by any thread.
  [[nodiscard]] virtual bool open() const = 0;
};

struct Request {
  std::string method;            // "GET"
  std::string path;              // decoded, no query, starts with "/", no "." or ".." part
  Fields query;                  // decoded
  Fields parts;                  // of the path, by the route's names: {id} …
  Fields headers;                // as they came
  std::string body;              // whole, decoded of chunks; "" where `stream` is set
  BodySource* stream = nullptr;  // where the route says `streams`
  [[nodiscard]] std::string_view header(std::string_view name) const { return value_of(headers, name, true); }
  [[nodiscard]] std::string_view asked(std::string_view name) const { return value_of(query, name); }
  [[nodiscard]] std::string_view part(std::string_view name) const { return value_of(parts, name); }
};

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";  // media type; "" where there is no body
  std::string body;
  Fields headers;                        // besides those that the server gives each answer; of one name this one counts
  std::function<void(BodySink&)> write;  // set: the body is what it writes, in chunks; on a thread of its own
};

}  // namespace hearsay
