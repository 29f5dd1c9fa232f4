// hearsay serve as a whole: rules, routes, the line with the address, and the signal that ends it.
#include "server/serve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <future>
#include <string>
#include <thread>

#include "base/diagnostic.h"
#include "server/client.h"

namespace {

using namespace hearsay;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

class Silent : public Listener {
 public:
  using Listener::report;
  void report(const Diagnostic&) override { ++reports; }
  int reports = 0;
};

ServeChoice by_rules_alone() {
  ServeChoice choice;
  choice.settings.settings = "none";
  choice.settings.evidence = false;
  choice.port = 0;
  return choice;
}

TEST(Serve, TellsTheAddressAndStopsAtASignal) {
  std::promise<std::string> told;
  Silent listener;
  std::thread serving(
      [&] { serve(by_rules_alone(), listener, [&](std::string_view line) { told.set_value(std::string(line)); }); });
  const std::string address = told.get_future().get();
  EXPECT_THAT(address, MatchesRegex("http://127\\.0\\.0\\.1:[0-9]+/\\?token=[0-9a-f]+\n"));
  const std::string host = address.substr(7, address.find('/', 7) - 7);
  const std::string token = address.substr(address.find('=') + 1, 64);
  const auto ask = [&](const std::string& line, const std::string& more) {
    RawClient client(static_cast<std::uint16_t>(std::atoi(host.c_str() + host.find(':') + 1)));
    client.send(line + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n");
    return client.reply();
  };
  EXPECT_EQ(ask("GET /healthz", "").body, "ok\n");
  EXPECT_EQ(ask("GET /metrics", "").status, 401);
  const Reply exchanged = ask("GET /metrics?token=" + token, "");
  EXPECT_EQ(exchanged.status, 303);
  EXPECT_EQ(exchanged.header("Location"), "http://" + host + "/metrics");
  const std::string cookie(exchanged.header("Set-Cookie"));
  EXPECT_THAT(ask("GET /metrics", "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n").body,
              HasSubstr("hearsay_articles_audited_total 0\n"));
  kill(getpid(), SIGTERM);
  serving.join();
  EXPECT_EQ(listener.reports, 0);
}

TEST(Serve, RefusesWhatMeansNothing) {
  Silent listener;
  const Output out = [](std::string_view) { FAIL() << "nothing is served"; };
  for (const char* origin :
       {"", "cms.example", "https://", "https://cms.example/path", "*", "https://*", "://a", "a b://c d"}) {
    ServeChoice choice = by_rules_alone();
    choice.origins = {origin};
    EXPECT_THROW(serve(choice, listener, out), Fatal) << origin;
  }
  ServeChoice elsewhere = by_rules_alone();
  elsewhere.host = "desk.example";
  EXPECT_THROW(serve(elsewhere, listener, out), Fatal);
}

}  // namespace
