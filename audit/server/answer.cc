#include "server/answer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 32> kReasons = {{{100, "Continue"},
                                                                        {200, "OK"},
                                                                        {201, "Created"},
                                                                        {202, "Accepted"},
                                                                        {204, "No Content"},
                                                                        {206, "Partial Content"},
                                                                        {301, "Moved Permanently"},
                                                                        {302, "Found"},
                                                                        {303, "See Other"},
                                                                        {304, "Not Modified"},
                                                                        {307, "Temporary Redirect"},
                                                                        {308, "Permanent Redirect"},
                                                                        {400, "Bad Request"},
                                                                        {401, "Unauthorized"},
                                                                        {403, "Forbidden"},
                                                                        {404, "Not Found"},
                                                                        {405, "Method Not Allowed"},
                                                                        {406, "Not Acceptable"},
                                                                        {408, "Request Timeout"},
                                                                        {409, "Conflict"},
                                                                        {410, "Gone"},
                                                                        {413, "Content Too Large"},
                                                                        {414, "URI Too Long"},
                                                                        {415, "Unsupported Media Type"},
                                                                        {417, "Expectation Failed"},
                                                                        {422, "Unprocessable Content"},
                                                                        {429, "Too Many Requests"},
                                                                        {431, "Request Header Fields Too Large"},
                                                                        {500, "Internal Server Error"},
                                                                        {501, "Not Implemented"},
                                                                        {503, "Service Unavailable"},
                                                                        {505, "HTTP Version Not Supported"}}};

// Nobody's words begin a header of their own.
void add_field(std::string& out, std::string_view name, std::string_view value) {
  const auto add = [&](std::string_view text) {
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
                 [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
  };
  add(name);
  out += ": ";
  add(value);
  out += "\r\n";
}

}  // namespace

std::string_view reason_of(int status) {
  const auto known =
      std::find_if(kReasons.begin(), kReasons.end(), [&](const auto& row) { return row.first == status; });
  return known == kReasons.end() ? "Status" : known->second;
}

bool status_has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

std::string answer_head(const Response& response, const AnswerFrame& frame) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
  head.append(reason_of(response.status)).append("\r\n");
  const auto unless_given = [&](std::string_view name, std::string_view value) {
    if (value_of(response.headers, name, true).empty()) add_field(head, name, value);
  };
  const bool page = response.type.starts_with("text/html");
  unless_given("Content-Security-Policy", page ? kPagePolicy : "default-src 'none'; frame-ancestors 'none'; sandbox");
  unless_given("X-Content-Type-Options", "nosniff");
  unless_given("Referrer-Policy", "no-referrer");
  unless_given("X-Frame-Options", "DENY");
  unless_given("Cross-Origin-Opener-Policy", "same-origin");
  unless_given("Cross-Origin-Resource-Policy", "same-origin");
  unless_given("Cache-Control", "no-store");
  for (const auto& [name, value] : response.headers) add_field(head, name, value);
  if (!response.type.empty() && status_has_body(response.status)) unless_given("Content-Type", response.type);
  if (frame.length) add_field(head, "Content-Length", std::to_string(*frame.length));
  if (frame.chunked) add_field(head, "Transfer-Encoding", "chunked");
  add_field(head, "Connection", frame.keep_alive ? "keep-alive" : "close");
  return head + "\r\n";
}

}  // namespace hearsay
