// What listens, and all connections. Times are looked at for all of them together, a few times a second, so that there
// is no timer for each.
#include "server/http_server.h"

#include <unistd.h>

#include <algorithm>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <string>
#include <thread>
#include <utility>

#include "base/diagnostic.h"
#include "server/connection.h"

namespace hearsay {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kBeyond = 64;                     // connections that are told that there are too many
constexpr std::chrono::milliseconds kAfterNoRoom{100};  // until a connection is taken again, after descriptors ran out

}  // namespace

// --- Core

HttpServer::Core::Core(const ServerOptions& options, Routes&& all, Metrics& counts)
    : limits(options.limits),
      routes(std::move(all)),
      metrics(counts),
      guard{.token = options.token,
            .ticket = options.ticket,
            .port = options.port,
            .host = options.host,
            .origins = options.origins},
      workers(limits.threads != 0 ? limits.threads : std::max(1U, std::thread::hardware_concurrency()), limits.waiting),
      streams(limits.streams, 0) {
  if (guard.host == "localhost") guard.host.clear();
  if (guard.host.empty()) {
    listen("127.0.0.1");
    try {
      listen("::1");
    } catch (const Fatal&) {  // a machine without IPv6
    }
  } else {
    listen(guard.host);
  }
  metrics.count_routes(routes);
}

void HttpServer::Core::listen(const std::string& address) {
  Error error;
  const auto ip = asio::ip::make_address(address, error);
  if (error)
    throw Fatal({.message = "--host is '" + address + "'",
                 .remedy = "give an address as digits: 127.0.0.1, ::1, or 0.0.0.0 for all of this machine"});
  tcp::acceptor acceptor(io);
  const tcp::endpoint endpoint(ip, guard.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error && ip.is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(static_cast<int>(limits.connections), error);
  if (error)
    throw Fatal(
        {.message = "cannot listen on " + address + " port " + std::to_string(guard.port) + ": " + error.message(),
         .remedy = "give another --port; 0 takes one that is free"});
  guard.port = acceptor.local_endpoint().port();
  acceptors_.push_back(std::move(acceptor));
}

void HttpServer::Core::accept(tcp::acceptor& acceptor) {
  acceptor.async_accept([this, &acceptor](Error error, tcp::socket socket) {
    if (!acceptor.is_open()) return;
    if (!error) {
      take(std::move(socket));
      accept(acceptor);
      return;
    }
    // Of descriptors there may be more in a moment.
    auto pause = std::make_unique<asio::steady_timer>(io, kAfterNoRoom);
    asio::steady_timer& timer = *pause;
    timer.async_wait([this, &acceptor, pause = std::move(pause)](Error) {
      if (acceptor.is_open()) accept(acceptor);
    });
  });
}

void HttpServer::Core::take(tcp::socket&& socket) {
  ++metrics.connections;
  const bool room = metrics.connections_open < limits.connections || make_room();
  if (!room) ++metrics.connections_refused;
  if (!room && metrics.connections_open >= limits.connections + kBeyond) return;
  ++metrics.connections_open;
  connections_.emplace_back(*this, std::move(socket));
  Connection& connection = connections_.back();
  connection.place = std::prev(connections_.end());
  if (room) {
    connection.start();
  } else {
    connection.refuse_at_once();
  }
}

// Closes the connection that has been idle longest.
bool HttpServer::Core::make_room() {
  const auto now = Clock::now();
  Connection* oldest = nullptr;
  for (Connection& one : connections_) {
    if (one.is_idle(now) && (oldest == nullptr || one.since() < oldest->since())) oldest = &one;
  }
  if (oldest == nullptr) return false;
  oldest->abort();
  return true;
}

void HttpServer::Core::let_go(Connection& connection) {
  if (connection.finished()) connections_.erase(connection.place);
}

void HttpServer::Core::tick() {
  const auto now = Clock::now();
  const bool over = stopping && now > stop_until_;
  for (auto at = connections_.begin(); at != connections_.end();) {
    Connection& one = *at++;
    one.look_at_clock(now);
    if (over) one.abort();
    let_go(one);
  }
  if (stopping && connections_.empty()) return;  // nothing is left to do for run()
  ticks_.expires_after(limits.tick);
  ticks_.async_wait([this](Error) { tick(); });
}

void HttpServer::Core::stop_soon() {
  if (std::exchange(stopping, true)) return;
  stop_until_ = Clock::now() + limits.stop;
  Error ignored;
  for (tcp::acceptor& one : acceptors_) one.close(ignored);
  if (stop_descriptor_) stop_descriptor_->close(ignored);
  for (auto at = connections_.begin(); at != connections_.end();) {
    Connection& one = *at++;
    one.stop_soon();
    let_go(one);
  }
}

void HttpServer::Core::run(int stop_descriptor) {
  for (tcp::acceptor& one : acceptors_) accept(one);
  if (stop_descriptor >= 0) {
    stop_descriptor_.emplace(io, dup(stop_descriptor));
    stop_descriptor_->async_wait(asio::posix::stream_descriptor::wait_read, [this](Error error) {
      if (!error) stop_soon();
    });
  }
  tick();
  io.run();
  streams.join();
  workers.join();
}

// --- HttpServer

HttpServer::HttpServer(const ServerOptions& options, Routes routes, Metrics& metrics)
    : core_(std::make_unique<Core>(options, std::move(routes), metrics)) {}

HttpServer::~HttpServer() = default;

const Guard& HttpServer::guard() const {
  return core_->guard;
}

void HttpServer::run(int stop_descriptor) {
  core_->run(stop_descriptor);
}

void HttpServer::stop() {
  asio::post(core_->io, [core = core_.get()] { core->stop_soon(); });
}

}  // namespace hearsay
