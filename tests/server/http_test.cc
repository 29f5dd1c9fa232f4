// The real server on a port of its own, and clients that misbehave.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostic.h"
#include "server/client.h"
#include "server/http_server.h"
#include "server/own_routes.h"

namespace {

using namespace hearsay;
using namespace std::chrono_literals;
using ::testing::HasSubstr;

Limits short_limits() {
  Limits limits;
  limits.body_bytes = 100'000;
  limits.head = limits.body = limits.idle = 400ms;
  limits.whole = 800ms;
  limits.write = 500ms;
  limits.drain = limits.stop = 500ms;
  limits.tick = 20ms;
  limits.threads = 2;
  return limits;
}

/// Runs while it lives.
class Running {
 public:
  explicit Running(const Limits& limits = short_limits()) {
    Routes routes = own_routes(metrics);
    append(routes, test_routes());
    ServerOptions options{.token = "secret"};
    options.limits = limits;
    server = std::make_unique<HttpServer>(options, std::move(routes), metrics);
    thread_ = std::thread([this] { server->run(); });
  }
  ~Running() { stop(); }
  void stop() {
    if (!thread_.joinable()) return;
    server->stop();
    thread_.join();
  }
  [[nodiscard]] std::uint16_t port() const { return server->guard().port; }
  [[nodiscard]] RawClient client() const { return RawClient(port()); }
  /// A request with Host and token; `more` are headers with their line ends.
  [[nodiscard]] std::string request(const std::string& line, const std::string& more = "",
                                    const std::string& body = "") const {
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port()) + "\r\nAuthorization: Bearer secret\r\n" +
           more + "\r\n" + body;
  }
  /// The answer to bytes of a client that sends nothing else.
  [[nodiscard]] Reply ask(const std::string& bytes, bool head = false) const {
    RawClient one = client();
    one.send(bytes);
    return one.reply(head);
  }

  Metrics metrics;
  std::unique_ptr<HttpServer> server;
  std::atomic<bool> hold{false}, gone{false};
  std::atomic<int> ended{0};

 private:
  Routes test_routes() {
    Routes routes;
    const auto add = [&](Route route) { routes.push_back(std::move(route)); };
    add({.method = "POST", .path = "/echo", .access = Access::open, .answer = [](const Request& request) {
           return Response{.type = "text/plain", .body = request.body};
         }});
    add({.method = "POST", .path = "/keep", .access = Access::write, .answer = [](const Request&) {
           return Response{.status = 201, .type = "text/plain", .body = "kept"};
         }});
    add({.method = "GET", .path = "/name/{name}", .answer = [](const Request& request) {
           return Response{.type = "text/plain", .body = std::string(request.part("name"))};
         }});
    add({.method = "GET", .path = "/big", .answer = [](const Request&) {
           return Response{.type = "text/plain", .body = std::string(20'000'000, 'x')};  // NOLINT: as large as that
         }});
    add({.method = "GET", .path = "/throws", .answer = [](const Request&) -> Response {
           throw Fatal({.message = "no disk"});
         }});
    add({.method = "GET", .path = "/slow", .answer = [this](const Request&) {
           while (hold) std::this_thread::sleep_for(5ms);
           return Response{.type = "text/plain", .body = "done"};
         }});
    add({.method = "POST",
         .path = "/double",
         .answer =
             [](const Request& request) {  // piece by piece in, twice out
               return Response{.type = "text/plain", .write = [source = request.stream](BodySink& sink) {
                                 for (std::string piece; source->next(piece);) {
                                   if (!sink.write(piece + piece)) return;
                                 }
                               }};
             },
         .streams = true});
    add({.method = "POST",
         .path = "/count",
         .answer =
             [](const Request& request) {
               std::size_t size = 0;
               for (std::string piece; request.stream->next(piece);) size += piece.size();
               return Response{.type = "text/plain", .body = std::to_string(size)};
             },
         .streams = true});
    add({.method = "GET", .path = "/events", .answer = [this](const Request&) {
           return Response{.type = "text/event-stream", .write = [this](BodySink& sink) {
                             for (int i = 0; sink.open(); ++i) {
                               if (i == 0) sink.write("data: first\n\n");
                               std::this_thread::sleep_for(5ms);
                             }
                             gone = true;
                             ++ended;
                           }};
         }});
    add({.method = "GET", .path = "/endless", .answer = [this](const Request&) {
           return Response{.type = "text/plain", .write = [this](BodySink& sink) {
                             while (sink.write(std::string(10'000, 'y'))) {
                             }
                             ++ended;
                           }};
         }});
    add({.method = "GET", .path = "/breaks", .answer = [](const Request&) {
           return Response{.type = "text/plain", .write = [](BodySink& sink) {
                             sink.write("half");
                             throw std::runtime_error("broken");
                           }};
         }});
    return routes;
  }
  std::thread thread_;
};

bool soon(const std::function<bool()>& holds) {
  for (int i = 0; i < 400; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

const std::string kChunked = "Transfer-Encoding: chunked\r\n";

TEST(Http, AnswersAndKeepsTheConnection) {
  const Running server;
  RawClient client = server.client();
  for (int i = 0; i < 3; ++i) {
    client.send(server.request("GET /name/a%20b"));
    const Reply reply = client.reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "a b");
    EXPECT_EQ(reply.header("Connection"), "keep-alive");
    EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff");
  }
  client.send(server.request("HEAD /healthz"));
  const Reply head = client.reply(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "3");
  client.send(server.request("POST /echo", "Content-Length: 5\r\n", "hello"));
  EXPECT_EQ(client.reply().body, "hello");
  client.send(server.request("POST /echo", kChunked, "2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nTrailer: x\r\n\r\n"));
  EXPECT_EQ(client.reply().body, "hello");
  client.send(server.request("OPTIONS /healthz"));
  EXPECT_EQ(client.reply().header("Allow"), "GET, HEAD, OPTIONS");
  client.send(server.request("GET /healthz", "Connection: close\r\n"));
  EXPECT_EQ(client.reply().header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Http, OlderClientsAreServed) {
  const Running server;
  const std::string host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
  RawClient plain = server.client();
  plain.send("GET /healthz HTTP/1.0\r\n" + host + "\r\n");
  EXPECT_EQ(plain.reply().body, "ok\n");
  EXPECT_TRUE(plain.is_closed());
  RawClient streamed = server.client();
  streamed.send("POST /double HTTP/1.0\r\nAuthorization: Bearer secret\r\nContent-Length: 2\r\n" + host + "\r\nab");
  const Reply reply = streamed.reply();
  EXPECT_EQ(reply.body, "abab");
  EXPECT_TRUE(reply.header("Transfer-Encoding").empty());
}

TEST(Http, RequestsSentAheadAreAnsweredInTheirOrder) {
  const Running server;
  std::string all;
  for (int i = 0; i < 50; ++i) {
    all += server.request("POST /echo", "Content-Length: 2\r\n", std::to_string(10 + i));
    all += server.request("GET /name/" + std::to_string(i));
    all += server.request("POST /double", kChunked, "1\r\nz\r\n0\r\n\r\n");
  }
  RawClient client = server.client();
  client.send(all);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(client.reply().body, std::to_string(10 + i));
    EXPECT_EQ(client.reply().body, std::to_string(i));
    EXPECT_EQ(client.reply().body, "zz");
  }
}

TEST(Http, EachHostileRequestIsRefusedWithItsStatus) {
  const Running server;
  const std::string host = "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
  std::string headers;
  for (int i = 0; i < 10'000; ++i) headers += "X-" + std::to_string(i) + ": y\r\n";
  struct Case {
    const char* what;
    std::string bytes;
    int status;
  };
  const std::vector<Case> cases = {
      {"length and coding", server.request("POST /echo", "Content-Length: 4\r\n" + kChunked, "0\r\n\r\n"), 400},
      {"coding and length", server.request("POST /echo", kChunked + "Content-Length: 4\r\n", "0\r\n\r\n"), 400},
      {"two lengths", server.request("POST /echo", "Content-Length: 1\r\nContent-Length: 2\r\n", "ab"), 400},
      {"the same length twice", server.request("POST /echo", "Content-Length: 1\r\nContent-Length: 1\r\n", "a"), 400},
      {"list of lengths", server.request("POST /echo", "Content-Length: 1, 1\r\n", "a"), 400},
      {"signed length", server.request("POST /echo", "Content-Length: +1\r\n", "a"), 400},
      {"negative length", server.request("POST /echo", "Content-Length: -1\r\n"), 400},
      {"other coding", server.request("POST /echo", "Transfer-Encoding: xchunked\r\n"), 501},
      {"chunked not last", server.request("POST /echo", "Transfer-Encoding: chunked, identity\r\n"), 501},
      {"coding with a tab", server.request("POST /echo", "Transfer-Encoding:\tchunked\r\n", "zz\r\n"), 400},
      {"blank before colon", server.request("POST /echo", "Content-Length : 1\r\n", "a"), 400},
      {"folded line", server.request("GET /healthz", "A: b\r\n c: d\r\n"), 400},
      {"bare CR", server.request("GET /healthz", "A: b\rc\r\n"), 400},
      {"bare LF", server.request("GET /healthz", "A: b\nContent-Length: 1\r\n"), 400},
      {"NUL", server.request("GET /healthz", std::string("A: \0\r\n", 6)), 400},
      {"no number of a chunk", server.request("POST /echo", kChunked, "x\r\na\r\n0\r\n\r\n"), 400},
      {"chunk longer than said", server.request("POST /echo", kChunked, "1\r\nabc\r\n0\r\n\r\n"), 400},
      {"chunk of 2^64", server.request("POST /echo", kChunked, "10000000000000000\r\n"), 400},
      {"chunk's line without end", server.request("POST /echo", kChunked, "1;" + std::string(40'000, 'a')), 400},
      {"trailers without end", server.request("POST /echo", kChunked, "0\r\nA: " + std::string(40'000, 'a')), 400},
      {"length in the trailers", server.request("POST /echo", kChunked, "0\r\nContent-Length: 4\r\n\r\n"), 400},
      {"no version", "GET /\r\n\r\n", 400},
      {"version 2", "GET / HTTP/2.0\r\n" + host + "\r\n", 505},
      {"preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9), 400},
      {"no host", "GET /healthz HTTP/1.1\r\n\r\n", 400},
      {"two hosts", "GET /healthz HTTP/1.1\r\n" + host + host + "\r\n", 400},
      {"another host", "GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403},
      {"another port", "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n", 403},
      {"another origin", server.request("POST /echo", "Origin: https://evil.example\r\nContent-Length: 0\r\n"), 403},
      {"no token", "GET /metrics HTTP/1.1\r\n" + host + "\r\n", 401},
      {"cookie, no origin",
       "POST /keep HTTP/1.1\r\n" + host + "Cookie: hearsay-" + std::to_string(server.port()) +
           "=secret\r\nContent-Length: 0\r\n\r\n",
       403},
      {"upward", server.request("GET /name/../../etc/passwd"), 400},
      {"upward, escaped", server.request("GET /name/%2e%2e%2fpasswd"), 400},
      {"upward, backslash", server.request("GET /name/..%5cpasswd"), 400},
      {"escaped twice is a name", server.request("GET /name/%252e%252e"), 200},
      {"overlong UTF-8", server.request("GET /name/%c0%ae%c0%ae"), 400},
      {"NUL in the path", server.request("GET /name/a%00"), 400},
      {"half an escape", server.request("GET /name/a%2"), 400},
      {"another server's address", server.request("GET http://evil.example/healthz"), 400},
      {"CONNECT", server.request("CONNECT evil.example:443"), 400},
      {"TRACE", server.request("TRACE /healthz"), 501},
      {"long address", server.request("GET /" + std::string(9'000, 'a')), 414},
      {"long header", server.request("GET /healthz", "A: " + std::string(40'000, 'a') + "\r\n"), 431},
      {"10,000 headers", server.request("GET /healthz", headers), 431},
      {"large body", server.request("POST /echo", "Content-Length: 100001\r\n"), 413},
      {"large chunks", server.request("POST /echo", kChunked, "1fffff\r\n" + std::string(150'000, 'a')), 413},
      {"compressed body", server.request("POST /echo", "Content-Encoding: gzip\r\nContent-Length: 1\r\n", "a"), 415},
      {"odd expectation", server.request("POST /echo", "Expect: a miracle\r\nContent-Length: 1\r\n", "a"), 417},
      {"no such path", server.request("GET /nothing"), 404},
      {"not this method", server.request("DELETE /healthz"), 405},
      {"a route that fails", server.request("GET /throws"), 500}};
  for (const Case& one : cases) {
    const Reply reply = server.ask(one.bytes);
    EXPECT_EQ(reply.status, one.status) << one.what << reply.body;
    EXPECT_TRUE(reply.whole) << one.what;
    if (one.status != 200) {
      EXPECT_EQ(reply.header("Content-Type"), "application/problem+json") << one.what;
    }
  }
  EXPECT_EQ(server.ask(server.request("GET /healthz")).status, 200);
}

TEST(Http, ARefusedUploadIsReadToItsEndSoThatTheAnswerArrives) {
  Limits limits = short_limits();
  limits.head = limits.write = limits.drain = 30s;  // however slow the machine
  const Running server(limits);
  RawClient client = server.client();
  const std::string body(30'000'000, 'x');  // NOLINT: as large as that
  EXPECT_TRUE(
      client.send(server.request("POST /echo", "Content-Length: " + std::to_string(body.size()) + "\r\n", body)));
  const Reply reply = client.reply();
  EXPECT_EQ(reply.status, 413);
  EXPECT_THAT(reply.body, HasSubstr("\"remedy\""));
  EXPECT_EQ(reply.header("Connection"), "close");
}

TEST(Http, WhoAsksBeforehandIsToldToGoOnOrNot) {
  const Running server;
  RawClient client = server.client();
  client.send(server.request("POST /echo", "Expect: 100-continue\r\nContent-Length: 3\r\n"));
  EXPECT_EQ(client.reply().status, 100);
  client.send("abc");
  EXPECT_EQ(client.reply().body, "abc");
  client.send(server.request("POST /echo", "Expect: 100-continue\r\nContent-Length: 300000\r\n"));
  EXPECT_EQ(client.reply().status, 413);
}

TEST(Http, SlowClientsAreEndedAndDelayNobody) {
  Running server;
  std::vector<RawClient> heads, bodies, idle, chunks;
  for (int i = 0; i < 20; ++i) {
    heads.push_back(server.client());
    heads.back().send("GET /healthz HT");
    bodies.push_back(server.client());
    bodies.back().send(server.request("POST /echo", "Content-Length: 10\r\n", "abc"));
    chunks.push_back(server.client());
    chunks.back().send(server.request("POST /count", kChunked, "5\r\nab"));
    idle.push_back(server.client());
  }
  EXPECT_EQ(server.ask(server.request("POST /echo", "Content-Length: 1\r\n", "a")).body, "a");
  EXPECT_LT(server.metrics.timeouts, 60U);  // it did not wait for these to end
  for (RawClient& one : heads) EXPECT_EQ(one.reply().status, 408);
  for (RawClient& one : bodies) EXPECT_EQ(one.reply().status, 408);
  for (RawClient& one : chunks) EXPECT_EQ(one.reply().status, 408);
  for (RawClient& one : idle) EXPECT_TRUE(one.is_closed());
  EXPECT_EQ(server.metrics.timeouts, 60U);
}

TEST(Http, ABodyThatTricklesEndsInTheEnd) {
  const Running server;
  RawClient client = server.client();
  client.send(server.request("POST /echo", "Content-Length: 1000\r\n"));
  for (int i = 0; i < 20 && client.send("a"); ++i) std::this_thread::sleep_for(60ms);
  EXPECT_EQ(client.reply().status, 408);
}

TEST(Http, AClientThatTakesNothingIsLeft) {
  Running server;
  RawClient whole = server.client();
  whole.send(server.request("GET /big"));
  RawClient streamed = server.client();
  streamed.send(server.request("GET /endless"));
  EXPECT_TRUE(soon([&] { return server.metrics.connections_open == 0U && server.ended == 1; }));
  EXPECT_EQ(server.metrics.timeouts, 2U);
  EXPECT_EQ(server.ask(server.request("GET /big")).body.size(), 20'000'000U);
}

TEST(Http, BodiesAndAnswersAreStreamed) {
  const Running server;
  RawClient client = server.client();
  client.send(server.request("POST /double", kChunked));
  EXPECT_EQ(client.head().header("Transfer-Encoding"), "chunked");
  for (int i = 0; i < 3; ++i) {  // the answer comes while the body still goes
    client.send("3\r\nabc\r\n");
    EXPECT_EQ(client.chunk(), "abcabc");
  }
  client.send("0\r\n\r\n");
  EXPECT_EQ(client.chunk(), "");

  RawClient sender = server.client();  // no limit but the disk's, and little memory
  std::thread feeding([&] {
    sender.send(server.request("POST /count", kChunked));
    const std::string piece = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 300; ++i) sender.send(piece);
    sender.send("0\r\n\r\n");
  });
  EXPECT_EQ(sender.reply().body, std::to_string(300 * 0x10000));
  feeding.join();
}

TEST(Http, EventsComeAtOnceAndAClientThatGoesIsNoticed) {
  Running server;
  RawClient client = server.client();
  client.send(server.request("GET /events"));
  EXPECT_EQ(client.head().header("Content-Type"), "text/event-stream");
  EXPECT_EQ(client.chunk(), "data: first\n\n");
  EXPECT_FALSE(server.gone);
  client.close();
  EXPECT_TRUE(soon([&] { return server.gone && server.metrics.connections_open == 0U; }));
  EXPECT_EQ(server.metrics.clients_gone, 1U);
}

TEST(Http, ManyStreamsHoldNoAuditUp) {
  Running server;
  std::vector<RawClient> clients;
  for (int i = 0; i < 40; ++i) {
    clients.push_back(server.client());
    clients.back().send(server.request("GET /events"));
    EXPECT_EQ(clients.back().head().status, 200);
  }
  EXPECT_EQ(server.ask(server.request("GET /name/a")).body, "a");
  server.hold = true;  // both threads that audit are at work, and health is told nevertheless
  std::vector<RawClient> audits;
  for (int i = 0; i < 6; ++i) {
    audits.push_back(server.client());
    audits.back().send(server.request("GET /slow"));
  }
  EXPECT_EQ(server.ask(server.request("GET /healthz")).body, "ok\n");
  server.hold = false;
  for (RawClient& one : audits) EXPECT_EQ(one.reply().body, "done");
}

TEST(Http, ClientsThatGoMidwayLeaveNothingBehind) {
  Running server;
  for (int i = 0; i < 8; ++i) {
    for (const std::string& bytes :
         {server.request("POST /echo", "Content-Length: 100\r\n", "abc"), server.request("GET /big"),
          server.request("POST /count", kChunked, "5\r\nab"), server.request("POST /double", kChunked, "2\r\nab\r\n"),
          server.request("GET /endless"), std::string("GET / HT"), std::string()}) {
      RawClient client = server.client();
      client.send(bytes);
      if (i % 2 != 0) std::this_thread::sleep_for(1ms);
    }
  }
  EXPECT_TRUE(soon([&] { return server.metrics.connections_open == 0U; })) << server.metrics.connections_open;
  EXPECT_EQ(server.ask(server.request("GET /healthz")).status, 200);
}

TEST(Http, AnAnswerThatBreaksOffIsSeenToBeBroken) {
  const Running server;
  const Reply reply = server.ask(server.request("GET /breaks"));
  EXPECT_EQ(reply.status, 200);
  EXPECT_FALSE(reply.whole);
}

TEST(Http, WhoHasSentAllMayCloseTheirSide) {
  const Running server;
  RawClient client = server.client();
  client.send(server.request("POST /echo", "Content-Length: 2\r\n", "ab"));
  client.close_writing();
  EXPECT_EQ(client.reply().body, "ab");
}

TEST(Http, TwoHundredAtOnce) {
  Running server;
  std::vector<RawClient> clients;
  clients.reserve(200);
  for (int i = 0; i < 200; ++i) clients.push_back(server.client());
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 200; ++i)
      EXPECT_TRUE(clients[static_cast<std::size_t>(i)].send(server.request("GET /name/" + std::to_string(i))));
    for (int i = 0; i < 200; ++i) EXPECT_EQ(clients[static_cast<std::size_t>(i)].reply().body, std::to_string(i));
  }
  EXPECT_EQ(server.metrics.connections, 200U);
}

TEST(Http, BeyondTheLimitTheIdleGoOrTheNewAreTold) {
  Limits limits = short_limits();
  limits.connections = 4;
  limits.idle = limits.head = 20s;
  Running server(limits);
  server.hold = true;
  std::vector<RawClient> busy;
  for (int i = 0; i < 4; ++i) {
    busy.push_back(server.client());
    busy.back().send(server.request("GET /slow"));
  }
  ASSERT_TRUE(soon([&] { return server.metrics.connections_open == 4U; }));
  std::this_thread::sleep_for(100ms);
  const Reply told = server.ask(server.request("GET /healthz"));
  EXPECT_EQ(told.status, 503);
  EXPECT_EQ(told.header("Retry-After"), "1");
  server.hold = false;
  for (RawClient& one : busy) EXPECT_EQ(one.reply().body, "done");
  std::this_thread::sleep_for(1200ms);  // now they are idle, and no longer fresh
  EXPECT_EQ(server.ask(server.request("GET /healthz")).status, 200);
}

TEST(Http, MoreThanItTakesOnIsToldToWait) {
  Limits limits = short_limits();
  limits.waiting = 1;
  limits.threads = 1;
  limits.bodies_bytes = 1000;
  limits.streams = 1;
  Running server(limits);
  EXPECT_EQ(server.ask(server.request("POST /echo", "Content-Length: 2000\r\n", std::string(2000, 'a'))).status, 503);
  EXPECT_EQ(server.ask(server.request("POST /echo", kChunked, "5dc\r\n" + std::string(1500, 'a'))).status, 503);
  RawClient events = server.client();
  events.send(server.request("GET /events"));
  EXPECT_EQ(events.head().status, 200);
  EXPECT_EQ(server.ask(server.request("GET /events")).status, 503);
  server.hold = true;
  std::vector<RawClient> waiting;
  for (int i = 0; i < 2; ++i) {
    waiting.push_back(server.client());
    waiting.back().send(server.request("GET /slow"));
    std::this_thread::sleep_for(50ms);
  }
  EXPECT_EQ(server.ask(server.request("GET /slow")).status, 503);
  server.hold = false;
  for (RawClient& one : waiting) EXPECT_EQ(one.reply().body, "done");
  EXPECT_EQ(server.ask(server.request("POST /echo", "Content-Length: 900\r\n", std::string(900, 'a'))).status, 200);
}

TEST(Http, StopsGracefully) {
  Running server;
  server.hold = true;
  RawClient audit = server.client();
  audit.send(server.request("GET /slow"));
  RawClient events = server.client();
  events.send(server.request("GET /events"));
  EXPECT_EQ(events.head().status, 200);
  EXPECT_EQ(events.chunk(), "data: first\n\n");
  RawClient idle = server.client();
  idle.send(server.request("GET /healthz"));
  EXPECT_EQ(idle.reply().status, 200);
  std::thread later([&] {
    std::this_thread::sleep_for(200ms);
    server.hold = false;
  });
  const std::uint16_t port = server.port();
  server.stop();
  later.join();
  const Reply reply = audit.reply();
  EXPECT_EQ(reply.body, "done");
  EXPECT_EQ(reply.header("Connection"), "close");
  EXPECT_EQ(events.chunk(), "");
  EXPECT_TRUE(idle.is_closed());
  EXPECT_FALSE(RawClient(port).connected());
}

TEST(Http, StopsThoughAClientNeverEnds) {
  Running server;
  RawClient endless = server.client();
  endless.send(server.request("GET /endless"));
  EXPECT_EQ(endless.head().status, 200);
  const auto begin = std::chrono::steady_clock::now();
  std::thread reading([&] { EXPECT_TRUE(endless.is_closed()); });
  server.stop();
  reading.join();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s);
}

TEST(Http, APortThatIsTakenIsTold) {
  const Running server;
  Metrics metrics;
  EXPECT_THROW(HttpServer({.port = server.port(), .token = "x"}, {}, metrics), Fatal);
  EXPECT_THROW(HttpServer({.host = "no.address.example", .token = "x"}, {}, metrics), Fatal);
}

}  // namespace
