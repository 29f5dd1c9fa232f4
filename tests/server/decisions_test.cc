// What the server decides before it answers, as tables: heads of requests, addresses, routes, who may ask what.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "server/admit.h"
#include "server/answer.h"
#include "server/head.h"
#include "server/metrics.h"
#include "server/router.h"
#include "server/security.h"
#include "server/target.h"
#include "server/workers.h"

namespace {

using namespace hearsay;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;

struct HeadCase {
  std::string head;
  int refused;  // 0: whole
};

std::vector<HeadCase> head_cases() {
  std::string many = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < 10'000; ++i) many += "A: b\r\n";
  return {{"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 0},
          {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 0},
          {"GET / HTTP/1.1\r\nA:\r\nB:\tx \t y\r\nC: \xc3\xa9\r\n\r\n", 0},
          {"\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\n", 400},
          {"GET / HTTP/1.1\nHost: a\n\n", 400},
          {"GET / HTTP/1.1\r\nHost: a\n\r\n", 400},
          {"GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\r\n", 400},
          {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\nA: b\r\n\tc\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\nnocolon\r\n\r\n", 400},
          {"GET / HTTP/1.1\r\n: a\r\n\r\n", 400},
          {"GET /\xff HTTP/1.1\r\n\r\n", 400},
          {std::string("GET /\0 HTTP/1.1\r\n\r\n", 19), 400},
          {std::string("GET / HTTP/1.1\r\nA: \0\r\n\r\n", 23), 400},
          {"GET / HTTP/1.1\r\nA: \x7f\r\n\r\n", 400},
          {"\x16\x03\x01\x02", 400},  // TLS
          {"GET /" + std::string(10'000, 'a') + " HTTP/1.1\r\n\r\n", 414},
          {"GET / HTTP/1.1\r\nA: " + std::string(40'000, 'a') + "\r\n\r\n", 431},
          {many + "\r\n", 431}};
}

TEST(Head, IsHeldAgainstTheGrammarInPiecesOfAnySize) {
  for (const HeadCase& one : head_cases()) {
    for (const std::size_t size : {std::size_t{1}, std::size_t{7}, one.head.size()}) {
      HeadScanner scanner{Limits()};
      std::size_t used = 0;
      while (used < one.head.size() && !scanner.whole() && scanner.refused() == 0)
        used += scanner.feed(std::string_view(one.head).substr(used, size));
      EXPECT_EQ(scanner.refused(), one.refused) << one.head.substr(0, 60);
      EXPECT_EQ(scanner.whole(), one.refused == 0) << one.head.substr(0, 60);
      if (one.refused == 0) {
        EXPECT_EQ(used, one.head.size());
      }
    }
  }
}

TEST(Head, EndsAtTheEmptyLineAndLeavesWhatFollows) {
  const std::string two = "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b";
  HeadScanner scanner{Limits()};
  EXPECT_EQ(scanner.feed(two), two.size() - 6);
  EXPECT_TRUE(scanner.whole());
}

TEST(Framing, SaysWhereABodyEndsOrRefuses) {
  struct Case {
    Fields headers;
    int version;
    int refused;
    std::uint64_t length;
    bool chunked;
  };
  const std::vector<Case> cases = {
      {{}, 11, 0, 0, false},
      {{{"content-length", "12"}}, 11, 0, 12, false},
      {{{"Transfer-Encoding", "Chunked"}}, 11, 0, 0, true},
      {{{"Content-Length", "12"}, {"Content-Length", "12"}}, 11, 400, 0, false},
      {{{"Content-Length", "12"}, {"Transfer-Encoding", "chunked"}}, 11, 400, 0, false},
      {{{"Transfer-Encoding", "chunked"}, {"Content-Length", "12"}}, 11, 400, 0, false},
      {{{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}}, 11, 400, 0, false},
      {{{"Content-Length", "+12"}}, 11, 400, 0, false},
      {{{"Content-Length", "-1"}}, 11, 400, 0, false},
      {{{"Content-Length", "0x10"}}, 11, 400, 0, false},
      {{{"Content-Length", "5, 5"}}, 11, 400, 0, false},
      {{{"Content-Length", ""}}, 11, 400, 0, false},
      {{{"Content-Length", "99999999999999999999"}}, 11, 400, 0, false},
      {{{"Transfer-Encoding", "gzip, chunked"}}, 11, 501, 0, false},
      {{{"Transfer-Encoding", "xchunked"}}, 11, 501, 0, false},
      {{{"Transfer-Encoding", "chunked"}}, 10, 400, 0, false},
      {{{"Content-Encoding", "gzip"}}, 11, 415, 0, false},
      {{{"Expect", "200-ok"}}, 11, 417, 0, false}};
  for (const Case& one : cases) {
    const Framing framing = framing_of(one.headers, one.version);
    EXPECT_EQ(framing.refused, one.refused) << ::testing::PrintToString(one.headers);
    if (one.refused != 0) continue;
    EXPECT_EQ(framing.length, one.length);
    EXPECT_EQ(framing.chunked, one.chunked);
  }
}

TEST(Target, IsDecodedOnceAndStrictly) {
  const auto path = [](std::string_view target) {
    const auto decoded = decode_target(target);
    return decoded ? decoded->path : "refused";
  };
  EXPECT_EQ(path("/"), "/");
  EXPECT_EQ(path("/a%20b/c%C3%A9?x=1"), "/a b/cé");
  EXPECT_EQ(path("/a?q=%81"), "refused");
  EXPECT_EQ(path("/a?q=c%C3%A9"), "/a");
  EXPECT_EQ(path("/a%252e"), "/a%2e");
  EXPECT_EQ(path("/a+b"), "/a+b");
  EXPECT_EQ(path("/..."), "/...");
  EXPECT_EQ(path("http://127.0.0.1:1/a"), "/a");
  EXPECT_EQ(path("http://127.0.0.1:1"), "/");
  for (const char* bad : {"",
                          "a",
                          "/../etc/passwd",
                          "/a/..",
                          "/./a",
                          "/%2e%2e/a",
                          "/a/%2E./b",
                          "/a%2f..%2fb",
                          "/..%5ca",
                          "/a\\..\\b",
                          "/%",
                          "/%4",
                          "/%4g",
                          "/%00",
                          "/%0a",
                          "/%7f",
                          "/%ff",
                          "/%c0%ae%c0%ae/a",
                          "/a#b",
                          "/?a=%",
                          "/?a=%zz",
                          "http://",
                          "https://127.0.0.1/",
                          "//..",
                          "a:80"})
    EXPECT_EQ(path(bad), "refused") << bad;
  EXPECT_TRUE(decode_target("*")->asterisk);
  EXPECT_THAT(decode_target("/a%2Fb/c")->parts, ElementsAre("a/b", "c"));
  EXPECT_THAT(decode_target("/?a=1&b=x+y%26&&c")->query, ElementsAre(Pair("a", "1"), Pair("b", "x y&"), Pair("c", "")));
}

TEST(Form, IsDecodedOrRefused) {
  EXPECT_THAT(*decode_form("text=It%27s+so%0A&x==="), ElementsAre(Pair("text", "It's so\n"), Pair("x", "==")));
  EXPECT_TRUE(decode_form("")->empty());
  EXPECT_FALSE(decode_form("a=%2"));
  EXPECT_FALSE(decode_form("a&b&c", 2));
  EXPECT_EQ(encode_part("a b/é~"), "a%20b%2F%C3%A9~");
}

Routes some_routes() {
  const auto nothing = [](const Request&) { return Response{}; };
  return {{.method = "GET", .path = "/", .answer = nothing},
          {.method = "GET", .path = "/articles/{id}", .answer = nothing},
          {.method = "DELETE", .path = "/articles/{id}", .access = Access::write, .answer = nothing},
          {.method = "GET", .path = "/articles/all", .answer = nothing},
          {.method = "GET", .path = "/articles/{id}/{rest...}", .answer = nothing},
          {.method = "GET", .path = "/files/{name...}", .answer = nothing},
          {.method = "POST", .path = "/v2/check", .access = Access::open, .answer = nothing, .cross_origin = true},
          {.method = "POST", .path = "/small", .answer = nothing, .most_body = 10}};
}

TEST(Router, TakesTheRouteThatSaysMost) {
  struct Case {
    std::string method, path, route;
    Fields parts;
    std::string allowed;
  };
  const std::vector<Case> cases = {
      {"GET", "/", "/", {}, "GET, HEAD, OPTIONS"},
      {"HEAD", "/", "/", {}, "GET, HEAD, OPTIONS"},
      {"POST", "/", "", {}, "GET, HEAD, OPTIONS"},
      {"GET", "/articles/all", "/articles/all", {}, "GET, HEAD, DELETE, OPTIONS"},
      {"GET", "/articles/a%2Fb", "/articles/{id}", {{"id", "a/b"}}, "GET, HEAD, DELETE, OPTIONS"},
      {"DELETE", "/articles/all", "/articles/{id}", {{"id", "all"}}, "GET, HEAD, DELETE, OPTIONS"},
      {"GET", "/articles/7/a/b", "/articles/{id}/{rest...}", {{"id", "7"}, {"rest", "a/b"}}, "GET, HEAD, OPTIONS"},
      {"GET", "/files/a/b", "/files/{name...}", {{"name", "a/b"}}, "GET, HEAD, OPTIONS"},
      {"GET", "/articles/", "", {}, ""},
      {"GET", "/articles", "", {}, ""},
      {"GET", "//", "", {}, ""},
      {"GET", "/Articles/all", "", {}, ""}};
  const Routes routes = some_routes();
  for (const Case& one : cases) {
    const Routed routed = find_route(routes, one.method, decode_target(one.path)->parts);
    EXPECT_EQ(routed.route == nullptr ? "" : routed.route->path, one.route) << one.method << one.path;
    if (routed.route != nullptr) {
      EXPECT_EQ(routed.parts, one.parts) << one.path;
    }
    if (one.path != "/articles/7/a/b") {
      EXPECT_EQ(routed.allowed, one.allowed) << one.path;
    }
  }
}

Guard guard() {
  return {.token = "secret", .ticket = "once", .port = 8427, .host = "", .origins = {"https://cms.example"}};
}

TEST(Security, HostMustNameThisServer) {
  for (const char* ours : {"127.0.0.1:8427", "localhost:8427", "LocalHost:8427", "[::1]:8427"})
    EXPECT_TRUE(is_our_host(guard(), ours)) << ours;
  for (const char* other : {"", "127.0.0.1", "localhost", "127.0.0.1:80", "127.0.0.1:84270", "evil.example:8427",
                            "127.0.0.1.evil.example:8427", "evil.example", "[::1]", "::1:8427", "192.168.1.2:8427",
                            "user@127.0.0.1:8427", "127.0.0.1:8427:8427"})
    EXPECT_FALSE(is_our_host(guard(), other)) << other;
  Guard web = guard();
  web.port = 80;
  EXPECT_TRUE(is_our_host(web, "localhost"));
  Guard all = guard();
  all.host = "0.0.0.0";
  EXPECT_TRUE(is_our_host(all, "192.168.1.2:8427"));
  EXPECT_FALSE(is_our_host(all, "evil.example:8427"));
  EXPECT_FALSE(is_our_host(all, "1.2.3.4.evil.example:8427"));
  Guard six = guard();
  six.host = "FE80::1";
  EXPECT_TRUE(is_our_host(six, "[fe80::1]:8427"));
  EXPECT_FALSE(is_our_host(six, "[fe80::2]:8427"));
}

TEST(Security, WhoMayAskWhat) {
  const std::string cookie = "a=b; hearsay-8427=secret";
  const std::string ours = "http://127.0.0.1:8427";
  struct Case {
    const char* what;
    Access access;
    std::string method;
    Fields headers;
    int refused;
    bool cross_origin = false;
  };
  const std::vector<Case> cases = {
      {"open to all", Access::open, "GET", {}, 0},
      {"open, asked by a site", Access::open, "GET", {{"Origin", "https://evil.example"}}, 0},
      {"open, posted by a site", Access::open, "POST", {{"Origin", "https://evil.example"}}, 403},
      {"open, posted by a file", Access::open, "POST", {{"Origin", "null"}}, 403},
      {"add-on at /v2", Access::open, "POST", {{"Origin", "moz-extension://0-1"}}, 0, true},
      {"named site at /v2", Access::open, "POST", {{"Origin", "https://cms.example"}}, 0, true},
      {"site at /v2", Access::open, "POST", {{"Origin", "https://evil.example"}}, 403, true},
      {"add-on elsewhere", Access::open, "POST", {{"Origin", "chrome-extension://abc"}}, 403},
      {"nothing", Access::read, "GET", {}, 401},
      {"cookie", Access::read, "GET", {{"Cookie", cookie}}, 0},
      {"cookie of another port", Access::read, "GET", {{"Cookie", "hearsay-8428=secret"}}, 401},
      {"cookie that begins so", Access::read, "GET", {{"Cookie", "hearsay-8427=secre"}}, 401},
      {"cookie that goes on", Access::read, "GET", {{"Cookie", "hearsay-8427=secrets"}}, 401},
      {"bearer", Access::read, "GET", {{"authorization", "Bearer secret"}}, 0},
      {"bearer in small letters", Access::read, "GET", {{"Authorization", "bearer secret"}}, 0},
      {"wrong bearer beside the cookie", Access::read, "GET", {{"Authorization", "Bearer x"}, {"Cookie", cookie}}, 401},
      {"basic", Access::read, "GET", {{"Authorization", "Basic secret"}}, 401},
      {"empty bearer", Access::read, "GET", {{"Authorization", "Bearer "}}, 401},
      {"cookie, posted by a site", Access::read, "POST", {{"Cookie", cookie}, {"Origin", "https://evil.example"}}, 403},
      {"write, nothing", Access::write, "POST", {}, 401},
      {"write, our page", Access::write, "POST", {{"Cookie", cookie}, {"Origin", ours}}, 0},
      {"write, another name of ours",
       Access::write,
       "POST",
       {{"Cookie", cookie}, {"Origin", "http://localhost:8427"}},
       403},
      {"write, another port", Access::write, "POST", {{"Cookie", cookie}, {"Origin", "http://127.0.0.1:3000"}}, 403},
      {"write, named site", Access::write, "POST", {{"Cookie", cookie}, {"Origin", "https://cms.example"}}, 403},
      {"write, no origin", Access::write, "POST", {{"Cookie", cookie}}, 403},
      {"write, fetched by us", Access::write, "POST", {{"Cookie", cookie}, {"Sec-Fetch-Site", "same-origin"}}, 0},
      {"write, fetched by a neighbour",
       Access::write,
       "POST",
       {{"Cookie", cookie}, {"Sec-Fetch-Site", "same-site"}},
       403},
      {"write, a program", Access::write, "POST", {{"Authorization", "Bearer secret"}}, 0},
      {"write by GET, a site", Access::write, "GET", {{"Cookie", cookie}, {"Origin", "https://evil.example"}}, 403}};
  for (const Case& one : cases) {
    Request request{.method = one.method, .path = "/"};
    request.headers = one.headers;
    request.headers.emplace_back("Host", "127.0.0.1:8427");
    Route route;
    route.access = one.access;
    route.cross_origin = one.cross_origin;
    EXPECT_EQ(judge_request(guard(), request, route).refused, one.refused) << one.what;
  }
}

TEST(Security, TokensAreLongAndNeverTheSame) {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(make_token());
  EXPECT_EQ(tokens.size(), 100U);
  EXPECT_EQ(tokens.begin()->size(), 64U);
  EXPECT_TRUE(same_secret("ab", "ab"));
  EXPECT_FALSE(same_secret("ab", "ac"));
  EXPECT_FALSE(same_secret("ab", "abc"));
  EXPECT_FALSE(same_secret("", ""));  // a token that was not made opens nothing
}

Admission ask(const std::string& method, const std::string& target, Fields headers = {}) {
  static const Routes kRoutes = some_routes();
  headers.emplace_back("Host", "127.0.0.1:8427");
  return admit(guard(), kRoutes, Limits(), method, target, 11, std::move(headers));
}

int status_of(const Admission& admission) {
  return admission.answer ? admission.answer->status : 0;
}

TEST(Admission, ChangesTheTokenInAnAddressForACookie) {
  const Admission given = ask("GET", "//evil.example/a%2Fb?token=secret&x=a+b&y");
  ASSERT_EQ(status_of(given), 303);
  EXPECT_EQ(value_of(given.answer->headers, "Location"), "http://127.0.0.1:8427//evil.example/a/b?x=a%20b&y=");
  EXPECT_EQ(value_of(given.answer->headers, "Set-Cookie"), "hearsay-8427=secret; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_FALSE(given.ticket_used);
  EXPECT_TRUE(ask("GET", "/?token=once").ticket_used);
  EXPECT_EQ(status_of(ask("GET", "/?token=wrong")), 401);
  EXPECT_EQ(status_of(ask("POST", "/small?token=secret")), 401);
  EXPECT_EQ(address_of(guard(), "secret"), "http://127.0.0.1:8427/?token=secret");
}

TEST(Admission, RefusesInOrder) {
  const Routes routes = some_routes();
  const auto with_hosts = [&](Fields headers) {
    return status_of(admit(guard(), routes, Limits(), "GET", "/", 11, std::move(headers)));
  };
  EXPECT_EQ(with_hosts({}), 400);
  EXPECT_EQ(with_hosts({{"Host", "127.0.0.1:8427"}, {"host", "127.0.0.1:8427"}}), 400);
  EXPECT_EQ(with_hosts({{"Host", "evil.example:8427"}}), 403);
  EXPECT_EQ(status_of(ask("GET", "/%2e%2e/")), 400);
  EXPECT_EQ(status_of(ask("GET", "http://evil.example/")), 400);
  EXPECT_EQ(status_of(ask("GET", "http://127.0.0.1:8427/")), 401);
  EXPECT_EQ(status_of(ask("TRACE", "/")), 501);
  EXPECT_EQ(status_of(ask("BREW", "/")), 501);
  EXPECT_EQ(status_of(ask("GET", "*")), 400);
  EXPECT_EQ(status_of(ask("OPTIONS", "*")), 204);
  EXPECT_EQ(status_of(ask("GET", "/nothing")), 404);
  EXPECT_EQ(status_of(ask("PUT", "/")), 405);
  EXPECT_EQ(value_of(ask("PUT", "/").answer->headers, "Allow"), "GET, HEAD, OPTIONS");
  const Fields bearer = {{"Authorization", "Bearer secret"}};
  EXPECT_EQ(status_of(ask("GET", "/", bearer)), 0);
  EXPECT_EQ(status_of(ask("POST", "/small", {{"Authorization", "Bearer secret"}, {"Content-Length", "11"}})), 413);
  EXPECT_EQ(status_of(ask("POST", "/small", {{"Authorization", "Bearer secret"}, {"Content-Length", "10"}})), 0);
  EXPECT_EQ(status_of(ask("POST", "/v2/check", {{"Content-Length", "67108865"}})), 413);
}

TEST(Admission, AnswersBrowsersThatAskBeforehand) {
  const Fields asked = {{"Access-Control-Request-Method", "POST"}, {"Access-Control-Request-Private-Network", "true"}};
  const auto from = [&](const std::string& origin, const std::string& path) {
    Fields headers = asked;
    headers.emplace_back("Origin", origin);
    return ask("OPTIONS", path, headers);
  };
  const Admission add_on = from("moz-extension://0-1", "/v2/check");
  ASSERT_EQ(status_of(add_on), 204);
  EXPECT_EQ(value_of(add_on.fields, "Access-Control-Allow-Origin"), "moz-extension://0-1");
  EXPECT_EQ(value_of(add_on.answer->headers, "Access-Control-Allow-Methods"), "POST, OPTIONS");
  EXPECT_EQ(value_of(add_on.answer->headers, "Access-Control-Allow-Private-Network"), "true");
  EXPECT_EQ(status_of(from("https://cms.example", "/v2/check")), 204);
  EXPECT_EQ(status_of(from("https://evil.example", "/v2/check")), 403);
  EXPECT_TRUE(value_of(from("https://evil.example", "/v2/check").fields, "Access-Control-Allow-Origin").empty());
  const Admission elsewhere = from("moz-extension://0-1", "/");
  EXPECT_EQ(status_of(elsewhere), 204);
  EXPECT_TRUE(elsewhere.fields.empty());
  EXPECT_TRUE(value_of(elsewhere.answer->headers, "Access-Control-Allow-Methods").empty());
}

TEST(Answer, CarriesWhatKeepsAPageSafe) {
  const std::string head = answer_head({.status = 200, .headers = {{"X-Name", "a\r\nSet-Cookie: b"}}},
                                       {.length = 3, .chunked = false, .keep_alive = false});
  for (const char* line :
       {"HTTP/1.1 200 OK\r\n", "default-src 'none'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff\r\n",
        "Referrer-Policy: no-referrer\r\n", "Cache-Control: no-store\r\n",
        "Cross-Origin-Opener-Policy: same-origin\r\n", "Cross-Origin-Resource-Policy: same-origin\r\n",
        "X-Name: aSet-Cookie: b\r\n", "Content-Length: 3\r\n", "Connection: close\r\n\r\n"})
    EXPECT_THAT(head, HasSubstr(line));
  const std::string own = answer_head({.status = 304, .headers = {{"cache-control", "private"}}}, {});
  EXPECT_THAT(own, HasSubstr("cache-control: private"));
  EXPECT_THAT(own, Not(HasSubstr("no-store")));
  EXPECT_THAT(own, Not(HasSubstr("Content-Type:")));
}

TEST(Metrics, AreTextOfPrometheus) {
  Metrics metrics;
  metrics.count_routes(some_routes());
  metrics.answered(1, 200, std::chrono::milliseconds(3));
  metrics.answered(1, 404, std::chrono::seconds(40));
  metrics.answered(99, 400, std::chrono::seconds(0));
  metrics.add("hearsay_things_total", "Things", [] { return std::uint64_t{7}; });
  const std::string text = metrics.text();
  const std::string route = "{method=\"GET\",route=\"/articles/{id}\"";
  for (const std::string& line : {"hearsay_http_requests_total" + route + ",status=\"2xx\"} 1\n",
                                  "hearsay_http_requests_total" + route + ",status=\"4xx\"} 1\n",
                                  std::string("hearsay_http_requests_total{method=\"\",route=\"\",status=\"4xx\"} 1\n"),
                                  "hearsay_http_request_duration_seconds_bucket" + route + ",le=\"0.005\"} 1\n",
                                  "hearsay_http_request_duration_seconds_bucket" + route + ",le=\"30\"} 1\n",
                                  "hearsay_http_request_duration_seconds_bucket" + route + ",le=\"+Inf\"} 2\n",
                                  "hearsay_http_request_duration_seconds_count" + route + "} 2\n",
                                  std::string("# TYPE hearsay_things_total counter\nhearsay_things_total 7\n")})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(Workers, DoAllThatWasTakenAndRefuseTheRest) {
  std::atomic<int> done = 0;
  std::mutex gate;
  int taken = 0;
  {
    Workers workers(2, 3);
    {
      const std::scoped_lock closed(gate);
      for (int i = 0; i < 10; ++i) {
        taken += workers.submit([&] {
          const std::scoped_lock through(gate);
          ++done;
        });
      }
    }
    workers.join();
    EXPECT_FALSE(workers.submit([] {}));
  }
  EXPECT_EQ(done, taken);
  EXPECT_GE(taken, 5);
  EXPECT_LT(taken, 10);
}

}  // namespace
