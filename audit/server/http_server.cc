// A connection is a small state machine (Phase) that is driven by three events: bytes came, bytes went, a route has
// something. Nothing else holds a connection: it is let go once it is closed and none of its three events can come any
// more. Times are looked at for all connections together, a few times a second, so that there is no timer for each.
#include "server/http_server.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstring>
#include <exception>
#include <limits>
#include <list>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "base/diagnostic.h"
#include "server/admit.h"
#include "server/answer.h"
#include "server/body_pipe.h"
#include "server/head.h"
#include "server/workers.h"

namespace hearsay {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = http::request_parser<http::buffer_body>;

constexpr std::size_t kPiece = 64U << 10U;              // bytes that are read or decoded at a time
constexpr std::size_t kMostUndecoded = 16U << 10U;      // of a chunk's head or the trailers
constexpr std::size_t kMostAhead = 64U << 10U;          // of requests sent before the answer to the one before
constexpr std::size_t kBeyond = 64;                     // connections that are told that there are too many
constexpr Limits::Time kLastDrain{500};                 // of draining while the server stops
constexpr std::chrono::seconds kFresh{1};               // a connection this young is not closed for another one
constexpr std::chrono::milliseconds kAfterNoRoom{100};  // until a connection is taken again, after descriptors ran out

Response answer_of(const Route& route, const Request& request) {
  try {
    return route.answer(request);
  } catch (const ClientGone&) {
    throw;
  } catch (const Fatal& fatal) {
    return problem(500, "It could not be done", fatal.diagnostic().message, fatal.diagnostic().remedy);
  } catch (const std::exception& error) {
    return problem(500, "A fault of the program or of the machine", error.what(), "please report it");
  }
}

}  // namespace

class HttpServer::Core {
 public:
  Core(const ServerOptions& options, Routes&& routes, Metrics& metrics);

  void run(int stop_descriptor);
  void stop_soon();

  void accept(tcp::acceptor& acceptor);
  void take(tcp::socket&& socket);
  bool make_room();
  void tick();
  void let_go(Connection& connection);

  const Limits limits;
  const Routes routes;
  Metrics& metrics;
  Guard guard;
  asio::io_context io{1};
  Workers workers, streams;
  std::array<char, kPiece> read_piece{}, body_piece{};  // all is done on one thread: one of each serves all
  std::uint64_t held = 0;                               // bytes of bodies that are held whole
  bool stopping = false;

 private:
  void listen(const std::string& address);

  std::list<tcp::acceptor> acceptors_;
  std::list<Connection> connections_;
  asio::steady_timer ticks_{io};
  std::optional<asio::posix::stream_descriptor> stop_descriptor_;
  Clock::time_point stop_until_;
};

class HttpServer::Connection {
 public:
  enum class Phase { head, body, working, answering, streaming, draining, closed };

  Connection(Core& core, tcp::socket&& socket) : core_(core), socket_(std::move(socket)), scanner_(core.limits) {}

  void start();
  void refuse_at_once();
  void look_at_clock(Clock::time_point now);
  void stop_soon();
  void abort();

  [[nodiscard]] bool closed() const { return phase_ == Phase::closed; }
  [[nodiscard]] bool finished() const { return closed() && !reading_ && !writing_ && jobs_ == 0; }
  /// Nothing is lost where it is closed now.
  [[nodiscard]] bool is_idle(Clock::time_point now) const {
    return phase_ == Phase::draining || (phase_ == Phase::head && now - since_ > kFresh);
  }
  [[nodiscard]] Clock::time_point since() const { return since_; }

  std::list<Connection>::iterator place;

 private:
  [[nodiscard]] std::string_view rest() const { return std::string_view(in_).substr(in_at_); }
  void enter(Phase phase) {
    phase_ = phase;
    since_ = Clock::now();
  }

  // Bytes come.
  void read_more();
  void on_read();
  void advance();
  void advance_head();
  void begin_request(std::string_view head);
  void advance_body();
  bool take_body(std::size_t size);
  void body_done();
  void body_failed(int status);

  // A route works.
  void dispatch();
  void work(Workers& workers);
  void on_answer(Response&& answer);
  void stream(Response&& answer);
  void stream_ended(bool whole);
  void refuse(int status) { on_answer(refusal(status)); }

  // Bytes go.
  void send(std::string_view bytes);
  void write_more();
  void on_written(Error error, std::size_t size);
  void all_sent();
  void finish_request();
  void drain();
  void give_back();

  Core& core_;
  tcp::socket socket_;
  Phase phase_ = Phase::head;
  Clock::time_point since_;  // the phase began
  std::optional<Clock::time_point> read_until_, whole_until_, write_until_;
  bool reading_ = false, writing_ = false;  // an event is to come
  std::size_t jobs_ = 0;                    // routes that are at work for it
  bool eof_ = false;

  std::string in_;
  std::size_t in_at_ = 0;    // what is before is done with
  std::size_t scanned_ = 0;  // of rest(), by the scanner
  HeadScanner scanner_;
  std::optional<Parser> parser_;
  std::uint64_t drained_ = 0;

  Admission admission_;
  Clock::time_point asked_;  // its head was whole
  bool keep_alive_ = false, http_1_1_ = true, body_done_ = true, body_paused_ = false;
  int body_status_ = 0;         // with which a streamed body broke off
  std::uint64_t received_ = 0;  // of the body, decoded
  std::uint64_t held_ = 0;
  std::unique_ptr<InPipe> in_pipe_;
  std::unique_ptr<OutPipe> out_pipe_;
  bool stream_over_ = false, chunked_ = false;
  int status_ = 0;  // answered

  std::string out_, sending_;
  std::size_t sent_ = 0;
};

// --- Connection: bytes come

void HttpServer::Connection::start() {
  Error ignored;
  socket_.non_blocking(true, ignored);
  socket_.set_option(tcp::no_delay(true), ignored);
  enter(Phase::head);
  read_until_ = since_ + core_.limits.head;
  read_more();
}

void HttpServer::Connection::refuse_at_once() {
  Error ignored;
  socket_.non_blocking(true, ignored);
  refuse(503);
}

void HttpServer::Connection::read_more() {
  if (reading_ || eof_ || closed()) return;
  reading_ = true;
  socket_.async_wait(tcp::socket::wait_read, [this](Error error) {
    reading_ = false;
    if (error) eof_ = true;
    on_read();
    core_.let_go(*this);
  });
}

void HttpServer::Connection::on_read() {
  if (closed()) return;
  if (!eof_) {
    Error error;
    const std::size_t size = socket_.read_some(asio::buffer(core_.read_piece), error);
    core_.metrics.bytes_in += size;
    if (error && error != asio::error::would_block && error != asio::error::try_again) eof_ = true;
    if (phase_ == Phase::draining) {
      drained_ += size;
    } else {
      in_.append(core_.read_piece.data(), size);
    }
  }
  advance();
}

void HttpServer::Connection::advance() {
  switch (phase_) {
    case Phase::head:
      advance_head();
      return;
    case Phase::draining:
      if (eof_ || drained_ > core_.limits.drained_bytes) {
        abort();
      } else {
        read_more();
      }
      return;
    case Phase::body:
      advance_body();
      return;
    case Phase::working:
    case Phase::answering:
    case Phase::streaming:
      if (in_pipe_ && !body_done_ && body_status_ == 0) {
        advance_body();
      } else if (phase_ == Phase::streaming) {  // whoever closes their side while an answer is streamed has gone
        if (eof_) {
          ++core_.metrics.clients_gone;
          abort();
        } else if (rest().size() < kMostAhead) {
          read_more();
        }
      }
      return;
    case Phase::closed:
      return;
  }
}

void HttpServer::Connection::advance_head() {
  const bool had_begun = scanner_.size() != scanner_.leading();
  scanned_ += scanner_.feed(rest().substr(scanned_));
  if (scanner_.refused() != 0) {
    keep_alive_ = false;
    body_done_ = false;  // wherever it ends
    asked_ = Clock::now();
    admission_ = {};
    refuse(scanner_.refused());
  } else if (scanner_.whole()) {
    const std::size_t size = std::exchange(scanned_, 0);
    begin_request(rest().substr(scanner_.leading(), size - scanner_.leading()));
  } else if (eof_) {
    abort();
  } else {
    if (!had_begun && scanner_.size() != scanner_.leading()) read_until_ = Clock::now() + core_.limits.head;
    read_more();
  }
}

void HttpServer::Connection::begin_request(std::string_view head) {
  read_until_.reset();
  asked_ = Clock::now();
  admission_ = {};
  keep_alive_ = false;
  received_ = 0;
  body_status_ = 0;
  body_paused_ = false;
  body_done_ = false;
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(core_.limits.head_bytes + 1024));
  parser_->body_limit(std::numeric_limits<std::uint64_t>::max());  // ours; with none 1.74 refuses any length
  Error error;
  const std::size_t used = parser_->put(asio::buffer(head.data(), head.size()), error);
  if (error || used != head.size() || !parser_->is_header_done()) {
    refuse(error == http::error::bad_version ? 505 : 400);
    return;
  }
  in_at_ += scanner_.size();
  const auto& message = parser_->get();
  Fields headers;
  for (const auto& field : message) headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
  const int version = static_cast<int>(message.version());
  const std::string method(message.method_string());
  const std::string target(message.target());
  http_1_1_ = version == 11;
  keep_alive_ = parser_->keep_alive() && !core_.stopping;
  admission_ = admit(core_.guard, core_.routes, core_.limits, method, target, version, std::move(headers));
  if (admission_.ticket_used) core_.guard.ticket.clear();
  body_done_ = parser_->is_done();
  if (admission_.answer) {
    on_answer(std::move(*std::exchange(admission_.answer, std::nullopt)));
    return;
  }
  const Limits& limits = core_.limits;
  const bool streams = admission_.route->streams;
  if (!body_done_ && !streams && core_.held + admission_.framing.length > limits.bodies_bytes) {
    refuse(503);
    return;
  }
  if (!body_done_) {
    read_until_ = asked_ + limits.body;
    if (!streams) whole_until_ = asked_ + limits.whole;
    if (admission_.framing.expects_continue && rest().empty()) send("HTTP/1.1 100 Continue\r\n\r\n");
  }
  if (streams) {
    in_pipe_ = std::make_unique<InPipe>(limits.answer_bytes, [this] {
      asio::post(core_.io, [this] {
        body_paused_ = false;
        if (!closed() && !body_done_ && body_status_ == 0) {
          read_until_ = Clock::now() + core_.limits.body;
          advance_body();
        }
        core_.let_go(*this);
      });
    });
    admission_.request.stream = in_pipe_.get();
    if (body_done_) in_pipe_->end();
    enter(Phase::working);
    work(core_.streams);
    if (phase_ == Phase::working && !body_done_) advance_body();
  } else if (body_done_) {
    dispatch();
  } else {
    enter(Phase::body);
    advance_body();
  }
}

void HttpServer::Connection::advance_body() {
  while (!body_done_ && !body_paused_) {
    const std::string_view bytes = rest();
    if (bytes.empty()) break;
    auto& body = parser_->get().body();
    body.data = core_.body_piece.data();
    body.size = core_.body_piece.size();
    body.more = true;
    Error error;
    in_at_ += parser_->put(asio::buffer(bytes.data(), bytes.size()), error);
    const std::size_t size = core_.body_piece.size() - body.size;
    if (size != 0 && !take_body(size)) return;
    if (parser_->is_done()) {
      body_done();
      return;
    }
    if (error == http::error::need_more) {
      if (rest().size() > kMostUndecoded) {
        body_failed(400);
        return;
      }
      break;
    }
    if (error && error != http::error::need_buffer) {
      body_failed(400);
      return;
    }
  }
  if (body_paused_) {
    read_until_.reset();  // it is we who are slow
  } else if (eof_) {
    ++core_.metrics.clients_gone;
    if (in_pipe_) {
      body_failed(400);
    } else {
      abort();
    }
  } else {
    in_.erase(0, std::exchange(in_at_, 0));
    read_more();
  }
}

// What was decoded just now; whether to go on.
bool HttpServer::Connection::take_body(std::size_t size) {
  received_ += size;
  read_until_ = Clock::now() + core_.limits.body;
  if (received_ > admission_.most_body) {
    body_failed(413);
    return false;
  }
  const std::string_view piece(core_.body_piece.data(), size);
  if (in_pipe_) {
    body_paused_ = !in_pipe_->put(piece);
    return true;
  }
  if (core_.held + size > core_.limits.bodies_bytes) {
    body_failed(503);
    return false;
  }
  held_ += size;
  core_.held += size;
  admission_.request.body += piece;
  return true;
}

void HttpServer::Connection::body_done() {
  body_done_ = true;
  read_until_.reset();
  whole_until_.reset();
  if (!in_pipe_) {
    dispatch();
    return;
  }
  in_pipe_->end();
  if (phase_ == Phase::streaming) advance();  // on to the watch over the client
}

void HttpServer::Connection::body_failed(int status) {
  read_until_.reset();
  whole_until_.reset();
  keep_alive_ = false;
  if (!in_pipe_) {
    refuse(status);
    return;
  }
  body_status_ = status;
  in_pipe_->fail();  // its route ends, and then it is answered
}

// --- Connection: a route works

void HttpServer::Connection::dispatch() {
  enter(Phase::working);
  if (admission_.route->quick) {
    on_answer(answer_of(*admission_.route, admission_.request));
  } else {
    work(core_.workers);
  }
}

void HttpServer::Connection::work(Workers& workers) {
  ++jobs_;
  const bool taken = workers.submit([this] {
    std::optional<Response> answer;
    try {
      answer = answer_of(*admission_.route, admission_.request);
    } catch (const ClientGone&) {
    }
    asio::post(core_.io, [this, answer = std::move(answer)]() mutable {
      --jobs_;
      if (!closed()) {
        if (answer) {
          on_answer(std::move(*answer));
        } else {
          refuse(body_status_ != 0 ? body_status_ : 400);
        }
      }
      core_.let_go(*this);
    });
  });
  if (taken) return;
  --jobs_;
  refuse(503);
}

void HttpServer::Connection::on_answer(Response&& answer) {
  read_until_.reset();
  whole_until_.reset();
  keep_alive_ = keep_alive_ && body_done_ && !core_.stopping;
  for (auto& [name, value] : admission_.fields) {
    if (value_of(answer.headers, name, true).empty()) answer.headers.emplace_back(name, value);
  }
  status_ = answer.status;
  const bool has_body = status_has_body(answer.status);
  const bool head_only = admission_.request.method == "HEAD";
  if (answer.write && has_body && !head_only) {
    stream(std::move(answer));
    return;
  }
  AnswerFrame frame{.length = std::nullopt, .chunked = false, .keep_alive = keep_alive_};
  if (has_body && !answer.write) frame.length = answer.body.size();
  give_back();
  enter(Phase::answering);
  std::string bytes = answer_head(answer, frame);
  if (has_body && !head_only) bytes += answer.body;
  send(bytes);
}

void HttpServer::Connection::stream(Response&& answer) {
  out_pipe_ = std::make_unique<OutPipe>(core_.limits.answer_bytes, [this] {
    asio::post(core_.io, [this] {
      if (phase_ == Phase::streaming && !writing_) all_sent();
      core_.let_go(*this);
    });
  });
  stream_over_ = false;
  ++jobs_;
  const bool taken = core_.streams.submit([this, write = std::move(answer.write)]() mutable {
    bool whole = true;
    try {
      write(*out_pipe_);
    } catch (const std::exception&) {  // the client sees that the answer is not whole
      whole = false;
    }
    write = nullptr;
    asio::post(core_.io, [this, whole] {
      --jobs_;
      stream_ended(whole);
      core_.let_go(*this);
    });
  });
  if (!taken) {
    --jobs_;
    out_pipe_.reset();
    refuse(503);
    return;
  }
  chunked_ = http_1_1_;
  if (!chunked_) keep_alive_ = false;
  enter(Phase::streaming);
  send(answer_head(answer, {.length = std::nullopt, .chunked = chunked_, .keep_alive = keep_alive_}));
  if (!body_done_ && body_status_ == 0) read_until_ = Clock::now() + core_.limits.body;
  advance();
}

void HttpServer::Connection::stream_ended(bool whole) {
  if (closed()) return;
  if (!whole) {
    abort();
    return;
  }
  stream_over_ = true;
  if (!writing_) all_sent();
}

// --- Connection: bytes go

void HttpServer::Connection::send(std::string_view bytes) {
  out_ += bytes;
  if (!writing_) write_more();
}

void HttpServer::Connection::write_more() {
  if (sent_ == sending_.size()) {
    sending_ = std::exchange(out_, {});
    sent_ = 0;
  }
  if (sent_ == sending_.size()) {
    write_until_.reset();
    all_sent();
    return;
  }
  writing_ = true;
  write_until_ = Clock::now() + core_.limits.write;
  socket_.async_write_some(asio::buffer(sending_.data() + sent_, sending_.size() - sent_),
                           [this](Error error, std::size_t size) {
                             writing_ = false;
                             on_written(error, size);
                             core_.let_go(*this);
                           });
}

void HttpServer::Connection::on_written(Error error, std::size_t size) {
  core_.metrics.bytes_out += size;
  sent_ += size;
  if (closed()) return;
  if (error) {
    ++core_.metrics.clients_gone;
    abort();
    return;
  }
  write_more();
}

void HttpServer::Connection::all_sent() {
  if (phase_ == Phase::answering) {
    finish_request();
    return;
  }
  if (phase_ != Phase::streaming) return;
  const bool over = stream_over_;  // before what is taken: nothing comes behind
  std::string bytes = out_pipe_->take();
  if (bytes.empty()) {
    if (!over) return;
    enter(Phase::answering);
    if (chunked_) {
      send("0\r\n\r\n");
    } else {
      finish_request();
    }
    return;
  }
  if (chunked_) {
    std::array<char, 20> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    bytes.insert(0, size.data());
    bytes += "\r\n";
  }
  send(bytes);
}

void HttpServer::Connection::finish_request() {
  const std::size_t route = admission_.route == nullptr
                                ? core_.routes.size()
                                : static_cast<std::size_t>(admission_.route - core_.routes.data());
  core_.metrics.answered(route, status_, Clock::now() - asked_);
  give_back();
  if (!keep_alive_ || !body_done_ || core_.stopping) {
    drain();
    return;
  }
  admission_ = {};
  in_pipe_.reset();
  out_pipe_.reset();
  parser_.reset();
  in_.erase(0, std::exchange(in_at_, 0));
  if (in_.empty()) in_.shrink_to_fit();
  sending_ = {};
  sent_ = 0;
  scanner_ = HeadScanner(core_.limits);
  scanned_ = 0;
  enter(Phase::head);
  read_until_ = since_ + core_.limits.idle;
  advance_head();
}

// The answer may be lost where a socket is closed with bytes unread: the client is let finish, for a while.
void HttpServer::Connection::drain() {
  Error ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  in_ = {};
  in_at_ = scanned_ = 0;
  drained_ = 0;
  enter(Phase::draining);
  read_until_ = since_ + (core_.stopping ? std::min(core_.limits.drain, kLastDrain) : core_.limits.drain);
  advance();
}

void HttpServer::Connection::give_back() {
  core_.held -= std::exchange(held_, 0);
  if (jobs_ == 0) admission_.request.body = {};
}

void HttpServer::Connection::abort() {
  if (closed()) return;
  enter(Phase::closed);
  --core_.metrics.connections_open;
  give_back();
  Error ignored;
  socket_.close(ignored);
  if (in_pipe_) in_pipe_->fail();
  if (out_pipe_) out_pipe_->close();
}

void HttpServer::Connection::look_at_clock(Clock::time_point now) {
  if (write_until_ && now > *write_until_) {
    ++core_.metrics.timeouts;
    abort();
    return;
  }
  const bool late = (read_until_ && now > *read_until_) || (whole_until_ && now > *whole_until_);
  if (!late) return;
  const bool idle = phase_ == Phase::head && scanner_.size() == scanner_.leading();
  if (!idle && phase_ != Phase::draining) ++core_.metrics.timeouts;
  if (idle || phase_ == Phase::draining) {
    abort();
  } else if (phase_ == Phase::head) {
    asked_ = now;
    body_done_ = false;
    refuse(408);
  } else {
    body_failed(408);
  }
}

void HttpServer::Connection::stop_soon() {
  if (phase_ == Phase::head && scanner_.size() == scanner_.leading()) {
    abort();
    return;
  }
  keep_alive_ = false;
  if (out_pipe_) out_pipe_->wish_end();
}

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
