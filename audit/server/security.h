// Who may ask what. A server on the loopback is reached by every page that a browser on this machine shows: pages of
// other sites send requests (forged ones), and make their own name point here to read the answers (DNS rebinding). So
// Host must name this server, whoever asks must hold the token that was made at start, and what changes something must
// come from a page of ours. Pure decisions; docs/api.md tells them to people.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/exchange.h"
#include "server/route.h"

namespace hearsay {

struct Guard {
  std::string token;                 // make_token()
  std::string ticket;                // likewise, good for one exchange: arguments of a browser can be read by others
  std::uint16_t port = 0;            // that is really listened on
  std::string host;                  // address that was asked for; "": the loopback alone
  std::vector<std::string> origins;  // that the user named, besides those of browsers' add-ons
};

/// 256 bits of the system's randomness as hexadecimal digits. Throws Fatal where there is none.
[[nodiscard]] std::string make_token();
/// In a time that tells nothing of where they differ.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// Whether a Host header means this server: a loopback name or the address that was asked for, with the port. Where
/// all addresses are listened on, any address as digits does, but no name.
[[nodiscard]] bool is_our_host(const Guard& guard, std::string_view host);

enum class OriginIs { missing, ours, allowed, foreign };
/// `allowed`: an add-on's or one that the user named; what that opens is the route's to say (Route::cross_origin).
[[nodiscard]] OriginIs origin_of(const Guard& guard, const Request& request);

/// "hearsay-8427": browsers tell cookies of one host apart by name, not by port.
[[nodiscard]] std::string cookie_name(const Guard& guard);
/// The value of Set-Cookie.
[[nodiscard]] std::string cookie_of(const Guard& guard);
/// "http://127.0.0.1:8427/?token=…": what is opened. `token` is the guard's, or its ticket.
[[nodiscard]] std::string address_of(const Guard& guard, std::string_view token);

struct AccessVerdict {
  int refused = 0;  // 401, 403; 0: go on
  std::string_view title, detail, remedy;
};
/// Whether a request may have what a route gives; its Host is ours already.
[[nodiscard]] AccessVerdict judge_request(const Guard& guard, const Request& request, const Route& route);

/// What a request carries in its address, to be exchanged for the cookie.
enum class Brings { nothing, token, ticket };
[[nodiscard]] Brings brings(const Guard& guard, const Request& request);

/// The headers that let a page of another origin read the answer; none where it may not.
[[nodiscard]] Fields cross_origin_fields(const Guard& guard, const Request& request, bool route_is_cross_origin);
/// Those that answer its question beforehand (OPTIONS) besides.
[[nodiscard]] Fields preflight_fields(const Request& request, std::string_view methods);

}  // namespace hearsay
