// One desk for all tests of the interface, and how they ask it: through the table of routes, without a line between.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api.h"
#include "server/desk.h"

namespace hearsay::testing {

using Json = nlohmann::ordered_json;

inline SettingsChoice plain_settings() {
  SettingsChoice choice;
  choice.settings = "none";
  choice.threads = 2;
  choice.evidence = false;  // which lies beside the program, not beside its tests
  return choice;
}

/// Without a store.
inline Desk& shared_desk() {
  static Diagnostics diagnostics;
  static Desk desk(plain_settings(), std::nullopt, diagnostics);
  return desk;
}

inline std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

/// Whether a route answers a path; fills the parts by their names.
inline bool takes(const Route& route, std::string_view path, Fields& named) {
  const std::vector<std::string> pattern = parts_of(route.path), parts = parts_of(path);
  named.clear();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i].ends_with("...}") && i < parts.size()) {
      std::string rest = parts[i];
      for (std::size_t k = i + 1; k < parts.size(); ++k) rest += '/' + parts[k];
      named.emplace_back(pattern[i].substr(1, pattern[i].size() - 5), rest);
      return true;
    }
    if (i >= parts.size()) return false;
    if (pattern[i].starts_with('{')) {
      named.emplace_back(pattern[i].substr(1, pattern[i].size() - 2), parts[i]);
    } else if (pattern[i] != parts[i]) {
      return false;
    }
  }
  return pattern.size() == parts.size();
}

/// Keeps what is written.
class KeptBody : public BodySink {
 public:
  explicit KeptBody(std::size_t most = static_cast<std::size_t>(-1)) : most_(most) {}
  bool write(std::string_view piece) override {
    bytes += piece;
    open_ = bytes.size() < most_;
    return open_;
  }
  [[nodiscard]] bool open() const override { return open_; }
  std::string bytes;

 private:
  const std::size_t most_;
  std::atomic<bool> open_ = true;
};

/// Pieces, one after the other.
class PiecesSource : public BodySource {
 public:
  explicit PiecesSource(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}
  bool next(std::string& piece) override {
    piece.clear();
    if (at_ == pieces_.size()) return false;
    piece = pieces_[at_++];
    return true;
  }

 private:
  std::vector<std::string> pieces_;
  std::size_t at_ = 0;
};

/// The answer of the route that is there for method and path, written out whole where it is written in pieces.
inline Response ask(const Routes& routes, Request request) {
  for (const Route& route : routes) {
    Fields named;
    if (route.method != request.method || !takes(route, request.path, named)) continue;
    request.parts = named;
    Response response = route.answer(request);
    if (response.write) {
      KeptBody kept;
      response.write(kept);
      response.body = kept.bytes;
    }
    return response;
  }
  ADD_FAILURE() << "no route for " << request.method << ' ' << request.path;
  return {.status = 0};
}

inline Response get(const Routes& routes, std::string path, Fields query = {}, Fields headers = {}) {
  return ask(routes,
             {.method = "GET", .path = std::move(path), .query = std::move(query), .headers = std::move(headers)});
}

inline Response post(const Routes& routes, std::string path, std::string body, Fields query = {}, Fields headers = {}) {
  return ask(routes, {.method = "POST",
                      .path = std::move(path),
                      .query = std::move(query),
                      .headers = std::move(headers),
                      .body = std::move(body)});
}

inline Json json_of(const Response& response) {
  Json json = Json::parse(response.body, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << response.body;
  return json;
}

/// A problem of RFC 9457 with this status.
inline Json problem_of(const Response& response, int status) {
  EXPECT_EQ(response.status, status) << response.body;
  EXPECT_EQ(response.type, "application/problem+json");
  Json json = json_of(response);
  EXPECT_EQ(json.value("status", 0), status);
  EXPECT_NE(json.value("title", ""), "");
  return json;
}

inline std::string sample(const std::string& path) {
  std::ifstream file(HEARSAY_SOURCE_DIR "/fixtures/articles/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace hearsay::testing
