// A connection is a small state machine (Phase) that is driven by three events: bytes came, bytes went, a route has
// something. Nothing else holds a connection: it is let go once it is closed and none of its three events can come any
// more.
#include "server/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "base/fault.h"
#include "server/answer.h"

namespace hearsay {
namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostUndecoded = 16U << 10U;  // of a chunk's head or the trailers
constexpr std::size_t kMostAhead = 64U << 10U;      // of requests sent before the answer to the one before
constexpr Limits::Time kLastDrain{500};             // of draining while the server stops

Response answer_of(const Route& route, const Request& request) {
  try {
    return route.answer(request);
  } catch (const ClientGone&) {
    throw;
  } catch (const Fatal& fatal) {
    return problem(500, "It could not be done", fatal.diagnostic().message, fatal.diagnostic().remedy);
  } catch (const std::exception& error) {
    const Diagnostic fault = fault_of(error, "not answered");
    return problem(500, "A fault of the program or of the machine", fault.message, fault.remedy);
  }
}

}  // namespace

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
  if (const int refused = parser_->head(head); refused != 0) {
    refuse(refused);
    return;
  }
  in_at_ += scanner_.size();
  http_1_1_ = parser_->version == 11;
  keep_alive_ = parser_->keep_alive && !core_.stopping;
  admission_ = admit(core_.guard, core_.routes, core_.limits, parser_->method, parser_->target, parser_->version,
                     std::move(parser_->headers));
  if (admission_.ticket_used) core_.guard.ticket.clear();
  body_done_ = parser_->done();
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
    const RequestParser::Step step = parser_->body(bytes, core_.body_piece);
    in_at_ += step.used;
    if (step.decoded != 0 && !take_body(step.decoded)) return;
    if (parser_->done()) {
      body_done();
      return;
    }
    const bool more = step.then == RequestParser::Then::need_more;
    if (step.then == RequestParser::Then::broken || (more && rest().size() > kMostUndecoded)) {
      body_failed(400);
      return;
    }
    if (more) break;
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
  if (!has_body || head_only) {
    send(bytes);
  } else if (answer.body.size() < kPieceBytes) {  // in one packet, where it fits
    bytes += answer.body;
    send(bytes);
  } else {  // large ones are not copied
    send(bytes);
    if (out_.empty()) {
      out_ = std::move(answer.body);
    } else {
      out_ += answer.body;
    }
  }
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

}  // namespace hearsay
