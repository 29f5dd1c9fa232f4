#include "server/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

RawClient::RawClient(std::uint16_t port) : fd_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{.tv_sec = 8, .tv_usec = 0};
  setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) close();  // NOLINT: sockets
}

RawClient::~RawClient() {
  close();
}

RawClient::RawClient(RawClient&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), buffer_(std::move(other.buffer_)) {}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawClient::close_writing() {
  shutdown(fd_, SHUT_WR);
}

void RawClient::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

bool RawClient::more() {
  std::array<char, 65536> piece;  // NOLINT: recv() fills it
  const ssize_t size = recv(fd_, piece.data(), piece.size(), 0);
  if (size <= 0) return false;
  buffer_.append(piece.data(), static_cast<std::size_t>(size));
  return true;
}

bool RawClient::line(std::string& out) {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n")) == std::string::npos) {
    if (!more()) return false;
  }
  out = buffer_.substr(0, end);
  buffer_.erase(0, end + 2);
  return true;
}

std::string RawClient::read(std::size_t size) {
  while (buffer_.size() < size && more()) {
  }
  std::string out = buffer_.substr(0, size);
  buffer_.erase(0, out.size());
  return out;
}

bool RawClient::is_closed() {
  std::array<char, 65536> piece;  // NOLINT
  for (;;) {
    const ssize_t size = recv(fd_, piece.data(), piece.size(), 0);
    if (size == 0) return true;
    if (size < 0) return errno == ECONNRESET;
  }
}

Reply RawClient::head() {
  Reply reply;
  std::string text;
  if (!line(text) || !text.starts_with("HTTP/1.1 ")) return reply;
  const int status = std::atoi(text.c_str() + 9);
  while (line(text) && !text.empty()) {
    const std::size_t colon = std::min(text.find(": "), text.size());
    reply.headers.emplace_back(text.substr(0, colon), text.substr(std::min(colon + 2, text.size())));
  }
  reply.status = status;
  return reply;
}

std::string RawClient::chunk() {
  std::string text;
  if (!line(text)) return "";
  const std::size_t size = std::strtoull(text.c_str(), nullptr, 16);
  std::string piece = read(size);
  return piece.size() == size && line(text) ? piece : "";
}

Reply RawClient::reply(bool head_only) {
  Reply reply = head();
  const int status = reply.status;
  if (head_only || status == 204 || status == 304 || status < 200) {
    reply.whole = status != 0;
  } else if (reply.header("Transfer-Encoding") == "chunked") {
    while (buffer_.size() >= 5 || more()) {
      reply.whole = buffer_.starts_with("0\r\n");
      const std::string piece = chunk();
      if (piece.empty()) break;
      reply.body += piece;
    }
  } else if (!reply.header("Content-Length").empty()) {
    const std::size_t size = std::strtoull(std::string(reply.header("Content-Length")).c_str(), nullptr, 10);
    reply.body = read(size);
    reply.whole = reply.body.size() == size;
  } else {
    while (more()) {
    }
    reply.body = std::exchange(buffer_, {});
    reply.whole = true;
  }
  return reply;
}
