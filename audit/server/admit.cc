#include "server/admit.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "server/answer.h"
#include "server/router.h"
#include "server/target.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 7> kMethods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

// The same address without the token. Whole, since a path may begin with "//".
std::string without_token(const Request& request) {
  std::string address = "http://" + std::string(request.header("Host"));
  for (std::string_view rest = request.path; !rest.empty();) {
    const std::size_t slash = std::min(rest.find('/', 1), rest.size());
    address += '/' + encode_part(rest.substr(1, slash - 1));
    rest.remove_prefix(slash);
  }
  char mark = '?';
  for (const auto& [name, value] : request.query) {
    if (name == "token") continue;
    address += mark + encode_part(name) + "=" + encode_part(value);
    mark = '&';
  }
  return address;
}

Response options_answer(const Guard& guard, const Request& request, const Routed& routed) {
  Response answer{.status = 204, .type = "", .body = "", .headers = {{"Allow", routed.allowed}}};
  const bool preflight = !request.header("Access-Control-Request-Method").empty();
  if (!preflight || !routed.cross_origin) return answer;
  if (origin_of(guard, request) != OriginIs::allowed)
    return problem(403, "Another site's page asks", "the Origin of this request may not ask here",
                   "hearsay serve --allow-origin names origins that may ask /v2");
  for (auto& field : preflight_fields(request, routed.allowed)) answer.headers.push_back(std::move(field));
  return answer;
}

}  // namespace

Response refusal(int status) {
  switch (status) {
    case 400:
      return problem(400, "This is no request", "its framing or a header breaks the rules of HTTP (RFC 9112)");
    case 408:
      return problem(408, "Too slow", "the request did not come in time");
    case 413:
      return problem(413, "Too large", "the body is larger than an article may be",
                     "send articles one by one, or as JSON Lines to /api/v1/batch");
    case 414:
      return problem(414, "The address is too long");
    case 415:
      return problem(415, "A compressed body", "bodies are taken as they are", "leave Content-Encoding out");
    case 431:
      return problem(431, "Too many headers, or too large ones");
    case 501:
      return problem(501, "Not known here", "a method or a coding that this server does not know");
    case 503: {
      Response answer =
          problem(503, "Too busy", "as much is under way as this server takes on", "ask again in a moment");
      answer.headers.emplace_back("Retry-After", "1");
      return answer;
    }
    default:
      return problem(status, reason_of(status));
  }
}

Admission admit(const Guard& guard, const Routes& routes, const Limits& limits, std::string_view method,
                std::string_view target, int version, Fields headers) {
  Admission result;
  Request& request = result.request;
  request.method = method;
  request.headers = std::move(headers);
  const auto answer_with = [&](Response&& answer) {
    result.answer = std::move(answer);
    return std::move(result);
  };
  result.framing = framing_of(request.headers, version);
  if (result.framing.refused != 0) return answer_with(refusal(result.framing.refused));
  const auto hosts = std::count_if(request.headers.begin(), request.headers.end(),
                                   [](const auto& field) { return same_name(field.first, "Host"); });
  if (hosts != 1) return answer_with(problem(400, "This is no request", "it needs one Host header"));
  const std::string_view host = request.header("Host");
  if (!is_our_host(guard, host))
    return answer_with(problem(403, "Another host is meant", "the Host header does not name this server",
                               "ask by the address that hearsay serve printed when it started"));
  auto decoded = decode_target(target);
  if (!decoded || (!decoded->authority.empty() && !same_name(decoded->authority, host)))
    return answer_with(problem(400, "This is no address", "the path or the query breaks the rules, or leads upward"));
  if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) return answer_with(refusal(501));
  if (decoded->asterisk) {
    if (method != "OPTIONS") return answer_with(refusal(400));
    return answer_with({.status = 204, .type = "", .body = "", .headers = {{"Allow", "GET, HEAD, POST, OPTIONS"}}});
  }
  request.path = std::move(decoded->path);
  request.query = std::move(decoded->query);

  Routed routed = find_route(routes, method, decoded->parts);
  request.parts = std::move(routed.parts);
  result.route = routed.route;
  result.fields = cross_origin_fields(guard, request, routed.cross_origin);
  if (const Brings given = brings(guard, request); given != Brings::nothing) {
    result.ticket_used = given == Brings::ticket;
    return answer_with({.status = 303,
                        .type = "",
                        .body = "",
                        .headers = {{"Location", without_token(request)}, {"Set-Cookie", cookie_of(guard)}}});
  }
  if (routed.allowed.empty())
    return answer_with(problem(404, "Nothing is here", "no route has the path " + request.path));
  if (method == "OPTIONS" && routed.route == nullptr) return answer_with(options_answer(guard, request, routed));
  if (routed.route == nullptr) {
    Response answer = problem(405, "Not in this way", "this path answers " + routed.allowed);
    answer.headers.emplace_back("Allow", routed.allowed);
    return answer_with(std::move(answer));
  }
  if (const AccessVerdict verdict = judge_request(guard, request, *routed.route); verdict.refused != 0) {
    Response answer = problem(verdict.refused, verdict.title, verdict.detail, verdict.remedy);
    if (verdict.refused == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer");
    return answer_with(std::move(answer));
  }
  result.most_body = routed.route->most_body != 0 ? routed.route->most_body
                     : routed.route->streams      ? std::numeric_limits<std::uint64_t>::max()
                                                  : limits.body_bytes;
  if (result.framing.length > result.most_body) return answer_with(refusal(413));
  return result;
}

}  // namespace hearsay
