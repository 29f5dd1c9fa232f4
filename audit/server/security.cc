#include "server/security.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/ascii.h"
#include "base/diagnostic.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 3> kLoopback = {"127.0.0.1", "localhost", "[::1]"};
constexpr std::array<std::string_view, 3> kAddOns = {"moz-extension://", "chrome-extension://",
                                                     "safari-web-extension://"};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// An address as digits is no name, and only names can be made to point elsewhere.
bool is_address(std::string_view host) {
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const std::string_view digits = bracketed ? host.substr(1, host.size() - 2) : host;
  const std::string_view of = bracketed ? "0123456789abcdef:." : "0123456789.";
  return !digits.empty() && digits.find_first_not_of(of) == std::string_view::npos;
}

bool host_is_ours(const Guard& guard, std::string_view name) {
  if (std::find(kLoopback.begin(), kLoopback.end(), name) != kLoopback.end()) return true;
  if (guard.host.empty()) return false;
  if (guard.host == "0.0.0.0" || guard.host == "::") return is_address(name);
  const bool six = guard.host.find(':') != std::string::npos;
  return name == (six ? "[" + lowered(guard.host) + "]" : lowered(guard.host));
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    std::string_view one = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
      return one.substr(name.size() + 1);
  }
  return {};
}

enum class HeldBy { nothing, bearer, cookie };

HeldBy held_by(const Guard& guard, const Request& request) {
  const std::string_view authorization = request.header("Authorization");
  if (!authorization.empty()) {
    const std::string_view scheme = "bearer ";
    const bool bearer = lowered(authorization.substr(0, scheme.size())) == scheme;
    return bearer && same_secret(authorization.substr(scheme.size()), guard.token) ? HeldBy::bearer : HeldBy::nothing;
  }
  const std::string name = cookie_name(guard);
  for (const auto& [key, value] : request.headers) {  // HTTP/1.1 has one, but some clients send several
    if (lowered(key) == "cookie" && same_secret(cookie_value(value, name), guard.token)) return HeldBy::cookie;
  }
  return HeldBy::nothing;
}

bool changes_nothing(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

}  // namespace

std::string make_token() {
  std::array<unsigned char, 32> bytes{};
  for (std::size_t got = 0; got < bytes.size();) {
    const ssize_t more = getrandom(bytes.data() + got, bytes.size() - got, 0);
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0)
      throw Fatal({.message = std::string("no random numbers for the token: ") + std::strerror(errno),
                   .remedy = "the system's getrandom() must work"});
    got += static_cast<std::size_t>(more);
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : bytes) {
    token += kHex[byte >> 4U];
    token += kHex[byte & 15U];
  }
  return token;
}

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  volatile unsigned char differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    differ = static_cast<unsigned char>(differ | (static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i])));
  return differ == 0 && !a.empty();
}

bool is_our_host(const Guard& guard, std::string_view host) {
  const std::string given = lowered(host);
  const std::string port = ":" + std::to_string(guard.port);
  std::string_view name = given;
  if (name.ends_with(port)) {
    name.remove_suffix(port.size());
  } else if (guard.port != 80) {
    return false;
  }
  return host_is_ours(guard, name);
}

OriginIs origin_of(const Guard& guard, const Request& request) {
  const std::string_view origin = request.header("Origin");
  if (origin.empty()) return OriginIs::missing;
  const std::string given = lowered(origin);
  // The page's own origin is the host it was asked from; another name of ours is another origin to browsers.
  if (given == "http://" + lowered(request.header("Host")) && is_our_host(guard, request.header("Host")))
    return OriginIs::ours;
  for (const std::string_view scheme : kAddOns) {
    if (given.starts_with(scheme) && given.size() > scheme.size()) return OriginIs::allowed;
  }
  const bool named = std::any_of(guard.origins.begin(), guard.origins.end(),
                                 [&](const std::string& one) { return lowered(one) == given; });
  return named ? OriginIs::allowed : OriginIs::foreign;
}

std::string cookie_name(const Guard& guard) {
  return "hearsay-" + std::to_string(guard.port);
}

std::string cookie_of(const Guard& guard) {
  return cookie_name(guard) + "=" + guard.token + "; Path=/; HttpOnly; SameSite=Strict";
}

std::string address_of(const Guard& guard, std::string_view token) {
  const bool any = guard.host.empty() || guard.host == "0.0.0.0" || guard.host == "::";
  const bool six = !any && guard.host.find(':') != std::string::npos;
  const std::string host = any ? "127.0.0.1" : six ? "[" + guard.host + "]" : guard.host;
  return "http://" + host + ":" + std::to_string(guard.port) + "/?token=" + std::string(token);
}

AccessVerdict judge_request(const Guard& guard, const Request& request, const Route& route) {
  const OriginIs origin = origin_of(guard, request);
  const bool from_elsewhere = origin == OriginIs::foreign || (origin == OriginIs::allowed && !route.cross_origin);
  const AccessVerdict elsewhere{.refused = 403,
                                .title = "Another site's page asks",
                                .detail = "the Origin of this request is not this server's",
                                .remedy = "hearsay serve --allow-origin names origins that may ask /v2"};
  if (from_elsewhere && (!changes_nothing(request.method) || route.access == Access::write)) return elsewhere;
  if (route.access == Access::open) return {};
  const HeldBy holds = held_by(guard, request);
  if (holds == HeldBy::nothing)
    return {.refused = 401,
            .title = "The token is missing",
            .detail = "neither its cookie nor \"Authorization: Bearer\" holds the token of this server",
            .remedy = "open the address that hearsay serve printed when it started"};
  if (route.access == Access::write && holds == HeldBy::cookie && origin == OriginIs::missing &&
      request.header("Sec-Fetch-Site") != "same-origin")
    return {.refused = 403,
            .title = "No page of ours asks",
            .detail = "with the cookie, what changes something needs an Origin (or Sec-Fetch-Site: same-origin)",
            .remedy = "programs send \"Authorization: Bearer TOKEN\" in place of the cookie"};
  return {};
}

Brings brings(const Guard& guard, const Request& request) {
  const std::string_view given = request.asked("token");
  if (request.method != "GET" && request.method != "HEAD") return Brings::nothing;
  if (same_secret(given, guard.token)) return Brings::token;
  return same_secret(given, guard.ticket) ? Brings::ticket : Brings::nothing;
}

Fields cross_origin_fields(const Guard& guard, const Request& request, bool route_is_cross_origin) {
  Fields fields;
  if (!route_is_cross_origin) return fields;
  fields.emplace_back("Vary", "Origin");
  if (origin_of(guard, request) != OriginIs::allowed) return fields;
  fields.emplace_back("Access-Control-Allow-Origin", std::string(request.header("Origin")));
  fields.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
  return fields;
}

Fields preflight_fields(const Request& request, std::string_view methods) {
  Fields fields = {{"Access-Control-Allow-Methods", std::string(methods)},
                   {"Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type"},
                   {"Access-Control-Max-Age", "600"}};
  if (request.header("Access-Control-Request-Private-Network") == "true")
    fields.emplace_back("Access-Control-Allow-Private-Network", "true");
  return fields;
}

}  // namespace hearsay
