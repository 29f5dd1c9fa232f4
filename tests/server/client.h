// A client that says exactly what it is told to, byte by byte, and believes nothing of what comes back.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/exchange.h"

/// What came back, taken apart; chunks are joined.
struct Reply {
  int status = 0;  // 0: there was none
  hearsay::Fields headers;
  std::string body;
  bool whole = false;  // the body came to its end
  [[nodiscard]] std::string_view header(std::string_view name) const { return hearsay::value_of(headers, name, true); }
};

class RawClient {
 public:
  /// Connects to 127.0.0.1.
  explicit RawClient(std::uint16_t port);
  ~RawClient();
  RawClient(RawClient&& other) noexcept;
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient& operator=(RawClient&&) = delete;

  [[nodiscard]] bool connected() const { return fd_ >= 0; }
  /// False where the server would not take it all.
  bool send(std::string_view bytes);
  void close_writing();
  void close();

  /// The next answer; of a HEAD request there is no body.
  Reply reply(bool head = false);
  /// The same without its body, which chunk() gives piece by piece; "" at the end.
  Reply head();
  std::string chunk();
  /// What comes until there are `size` bytes, or no more.
  std::string read(std::size_t size);
  /// Whether the server closes, within some seconds; what comes before is thrown away.
  bool is_closed();

 private:
  bool more();
  bool line(std::string& out);

  int fd_ = -1;
  std::string buffer_;
};
