#include "server/router.h"

#include <algorithm>
#include <optional>

namespace hearsay {
namespace {

struct PathMatch {
  std::string rank;  // a letter per part of the pattern; the least is the most certain
  Fields parts;
};

std::optional<PathMatch> match_path(std::string_view pattern, const std::vector<std::string>& parts) {
  PathMatch result;
  std::size_t at = 0;
  pattern.remove_prefix(1);
  for (;;) {
    const std::size_t slash = pattern.find('/');
    const std::string_view piece = pattern.substr(0, slash);
    const bool braced = piece.size() > 2 && piece.front() == '{' && piece.back() == '}';
    if (braced && piece.ends_with("...}")) {
      std::string rest;
      for (std::size_t i = at; i < parts.size(); ++i) rest.append(i == at ? "" : "/").append(parts[i]);
      result.rank += 'c';
      result.parts.emplace_back(piece.substr(1, piece.size() - 5), std::move(rest));
      return result;
    }
    if (at == parts.size()) return std::nullopt;
    if (braced) {
      if (parts[at].empty()) return std::nullopt;
      result.rank += 'b';
      result.parts.emplace_back(piece.substr(1, piece.size() - 2), parts[at]);
    } else if (piece == parts[at]) {
      result.rank += 'a';
    } else {
      return std::nullopt;
    }
    ++at;
    if (slash == std::string_view::npos) break;
    pattern.remove_prefix(slash + 1);
  }
  if (at != parts.size()) return std::nullopt;
  return result;
}

}  // namespace

Routed find_route(const Routes& routes, std::string_view method, const std::vector<std::string>& parts) {
  Routed result;
  std::string best;
  std::vector<std::string_view> methods;
  const auto offer = [&](std::string_view one) {
    if (std::find(methods.begin(), methods.end(), one) == methods.end()) methods.push_back(one);
  };
  for (const Route& route : routes) {
    auto matched = match_path(route.path, parts);
    if (!matched) continue;
    offer(route.method);
    if (route.method == "GET") offer("HEAD");
    result.cross_origin |= route.cross_origin;
    const bool answers = route.method == method || (method == "HEAD" && route.method == "GET");
    if (!answers || (result.route != nullptr && best <= matched->rank)) continue;
    result.route = &route;
    result.parts = std::move(matched->parts);
    best = std::move(matched->rank);
  }
  if (methods.empty()) return result;
  offer("OPTIONS");
  for (const std::string_view one : methods) result.allowed.append(result.allowed.empty() ? "" : ", ").append(one);
  return result;
}

}  // namespace hearsay
