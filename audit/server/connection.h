// The two classes behind HttpServer, for their own files alone: Core has the sockets that listen and all connections
// (http_server.cc), Connection is one client (connection.cc). Both live on the thread of run(); routes never see them.
#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/admit.h"
#include "server/body_pipe.h"
#include "server/head.h"
#include "server/http_server.h"
#include "server/request_parser.h"
#include "server/workers.h"

namespace hearsay {

inline constexpr std::size_t kPieceBytes = 64U << 10U;  // that are read or decoded at a time

class HttpServer::Core {
 public:
  Core(const ServerOptions& options, Routes&& routes, Metrics& metrics);

  void run(int stop_descriptor);
  void stop_soon();

  void accept(boost::asio::ip::tcp::acceptor& acceptor);
  void take(boost::asio::ip::tcp::socket&& socket);
  bool make_room();
  void tick();
  void let_go(Connection& connection);

  const Limits limits;
  const Routes routes;
  Metrics& metrics;
  Guard guard;
  boost::asio::io_context io{1};
  Workers workers, streams;
  std::array<char, kPieceBytes> read_piece{}, body_piece{};  // all is done on one thread: one of each serves all
  std::uint64_t held = 0;                                    // bytes of bodies that are held whole
  bool stopping = false;

 private:
  void listen(const std::string& address);

  std::list<boost::asio::ip::tcp::acceptor> acceptors_;
  std::list<Connection> connections_;
  boost::asio::steady_timer ticks_{io};
  std::optional<boost::asio::posix::stream_descriptor> stop_descriptor_;
  std::chrono::steady_clock::time_point stop_until_;
};

class HttpServer::Connection {
 public:
  enum class Phase { head, body, working, answering, streaming, draining, closed };

  Connection(Core& core, boost::asio::ip::tcp::socket&& socket)
      : core_(core), socket_(std::move(socket)), scanner_(core.limits) {}

  void start();
  void refuse_at_once();
  void look_at_clock(std::chrono::steady_clock::time_point now);
  void stop_soon();
  void abort();

  [[nodiscard]] bool closed() const { return phase_ == Phase::closed; }
  [[nodiscard]] bool finished() const { return closed() && !reading_ && !writing_ && jobs_ == 0; }
  /// Nothing is lost where it is closed now; one that is young is about to ask.
  [[nodiscard]] bool is_idle(std::chrono::steady_clock::time_point now) const {
    return phase_ == Phase::draining || (phase_ == Phase::head && now - since_ > std::chrono::seconds(1));
  }
  [[nodiscard]] std::chrono::steady_clock::time_point since() const { return since_; }

  std::list<Connection>::iterator place;

 private:
  [[nodiscard]] std::string_view rest() const { return std::string_view(in_).substr(in_at_); }
  void enter(Phase phase) {
    phase_ = phase;
    since_ = std::chrono::steady_clock::now();
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
  void on_written(boost::system::error_code error, std::size_t size);
  void all_sent();
  void finish_request();
  void drain();
  void give_back();

  Core& core_;
  boost::asio::ip::tcp::socket socket_;
  Phase phase_ = Phase::head;
  std::chrono::steady_clock::time_point since_;  // the phase began
  std::optional<std::chrono::steady_clock::time_point> read_until_, whole_until_, write_until_;
  bool reading_ = false, writing_ = false;  // an event is to come
  std::size_t jobs_ = 0;                    // routes that are at work for it
  bool eof_ = false;

  std::string in_;
  std::size_t in_at_ = 0;    // what is before is done with
  std::size_t scanned_ = 0;  // of rest(), by the scanner
  HeadScanner scanner_;
  std::optional<RequestParser> parser_;
  std::uint64_t drained_ = 0;

  Admission admission_;
  std::chrono::steady_clock::time_point asked_;  // its head was whole
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

}  // namespace hearsay
