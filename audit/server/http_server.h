// The server between its sockets: one thread that never waits reads and writes for all connections, so that a slow
// client costs nobody anything; routes run on threads of their own, those that audit on few, bodies and answers that
// are streamed on more. Boost.Beast parses; all that is refused, is refused before a route sees it (admit.h, head.h).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/limits.h"
#include "server/metrics.h"
#include "server/route.h"
#include "server/security.h"

namespace hearsay {

struct ServerOptions {
  std::string host;                  // an address as digits, or "localhost"; "": the loopback, IPv4 and IPv6
  std::uint16_t port = 0;            // 0: one that is free
  std::string token, ticket;         // make_token(); Guard
  std::vector<std::string> origins;  // that the user named
  Limits limits;
};

class HttpServer {
 public:
  /// Listens at once; clients wait until run(). Throws Fatal where it cannot. `metrics` must outlive it.
  HttpServer(const ServerOptions& options, Routes routes, Metrics& metrics);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// With the port that is really listened on.
  [[nodiscard]] const Guard& guard() const;

  /// Until stop(), or until the descriptor can be read (Interrupt::descriptor()); then ends what is under way, at most
  /// for Limits::stop and as long as routes still run.
  void run(int stop_descriptor = -1);
  /// Of any thread.
  void stop();

 private:
  class Core;
  class Connection;
  std::unique_ptr<Core> core_;
};

}  // namespace hearsay
