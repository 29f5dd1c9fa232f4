#include "server/own_routes.h"

namespace hearsay {

Routes own_routes(const Metrics& metrics) {
  Routes routes;
  routes.push_back(
      {.method = "GET",
       .path = "/healthz",
       .access = Access::open,
       .answer = [](const Request&) { return Response{.type = "text/plain; charset=utf-8", .body = "ok\n"}; },
       .what = "whether the server lives",
       .quick = true});
  routes.push_back({.method = "GET",
                    .path = "/metrics",
                    .access = Access::read,
                    .answer =
                        [&metrics](const Request&) {
                          return Response{.type = "text/plain; version=0.0.4; charset=utf-8", .body = metrics.text()};
                        },
                    .what = "what it counted, as Prometheus reads it",
                    .quick = true});
  return routes;
}

}  // namespace hearsay
