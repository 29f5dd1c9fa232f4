// What tests of the desk's and the archive's routes share: a desk over an archive made by hand, asked without a socket.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "server/desk.h"
#include "server/route.h"
#include "store/invented_archive.h"
#include "store/stored.h"

namespace hearsay::testing {

/// The route that answers at a path and what it answers, as the server would; parts in braces are filled in.
inline Response ask_routes(const Routes& routes, std::string_view method, const std::string& path, Fields query = {},
                           std::string body = {}) {
  const Route* best = nullptr;
  Request request{.method = std::string(method), .path = path, .query = std::move(query), .body = std::move(body)};
  for (const Route& route : routes) {
    if (route.method != method) continue;
    if (route.path == path) {
      best = &route;
      break;
    }
    const std::size_t brace = route.path.find('{');
    if (brace == std::string_view::npos || !std::string_view(path).starts_with(route.path.substr(0, brace))) continue;
    const std::string rest = path.substr(brace);
    const std::string_view name = route.path.substr(brace + 1, route.path.find('}') - brace - 1);
    if (route.path.substr(route.path.find('}') + 1).empty() &&
        (name.ends_with("...") || rest.find('/') == std::string::npos)) {
      best = &route;
      request.parts = {{std::string(name.substr(0, name.find('.'))), rest}};
      continue;
    }
    const std::string_view tail = route.path.substr(route.path.find('}') + 1);
    const std::size_t slash = rest.find('/');
    if (slash == std::string::npos) continue;
    const std::size_t next = tail.find('{');
    if (next == std::string_view::npos ? rest.substr(slash) == tail
                                       : rest.substr(slash).starts_with(tail.substr(0, next))) {
      best = &route;
      request.parts = {{std::string(name), rest.substr(0, slash)}};
      if (next != std::string_view::npos) {
        const std::string_view second = tail.substr(next + 1, tail.find('}') - next - 1);
        request.parts.emplace_back(std::string(second), rest.substr(slash + next));
      }
      break;
    }
  }
  if (best == nullptr) return problem(404, "no route");
  return best->answer(request);
}

/// Tags that no renderer writes: something of an article has become markup.
inline void expect_inert(const std::string& page) {
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("<b>Sheet</b>"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
}

/// By the shipped rules; `store`: a file, or none.
inline std::unique_ptr<Desk> shipped_desk(std::optional<std::string> store = {}) {
  SettingsChoice settings;
  settings.settings = "none";
  settings.evidence = false;  // which lies beside the program, not beside its tests
  Diagnostics diagnostics;
  auto desk = std::make_unique<Desk>(settings, std::move(store), diagnostics);
  for (const Diagnostic& one : diagnostics) EXPECT_LT(one.severity, Severity::error) << one.message;
  return desk;
}

}  // namespace hearsay::testing
