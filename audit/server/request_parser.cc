// Beast 1.74 asserts that behind "0\r\n" come two bytes at once; a client may send them one by one. Nothing else hangs
// on it.
#define BOOST_DISABLE_ASSERTS

#include "server/request_parser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstdint>
#include <limits>

namespace hearsay {
namespace {

namespace http = boost::beast::http;

}  // namespace

struct RequestParser::State {
  http::request_parser<http::buffer_body> parser;
};

RequestParser::RequestParser() : state_(std::make_unique<State>()) {
  // Limits are ours. Where there is none for the body, Beast 1.74 refuses every length.
  state_->parser.header_limit(std::numeric_limits<std::uint32_t>::max());
  state_->parser.body_limit(std::numeric_limits<std::uint64_t>::max());
}

RequestParser::~RequestParser() = default;

int RequestParser::head(std::string_view bytes) {
  auto& parser = state_->parser;
  boost::system::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  if (error == http::error::bad_version) return 505;
  if (error || used != bytes.size() || !parser.is_header_done()) return 400;
  const auto& message = parser.get();
  for (const auto& field : message) headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
  method = std::string(message.method_string());
  target = std::string(message.target());
  version = static_cast<int>(message.version());
  keep_alive = parser.keep_alive();
  return 0;
}

bool RequestParser::done() const {
  return state_->parser.is_done();
}

RequestParser::Step RequestParser::body(std::string_view bytes, std::span<char> out) {
  auto& parser = state_->parser;
  auto& body = parser.get().body();
  body.data = out.data();
  body.size = out.size();
  body.more = true;
  boost::system::error_code error;
  Step step;
  step.used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
  step.decoded = out.size() - body.size;
  if (error == http::error::need_more) {
    step.then = Then::need_more;
  } else if (error && error != http::error::need_buffer) {
    step.then = Then::broken;
  }
  return step;
}

}  // namespace hearsay
