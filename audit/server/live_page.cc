// Entry: live_response, asset_routes.
#include "server/live_page.h"

#include <fmt/format.h>

#include <array>

#include "base/digest.h"
#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/markup.h"
#include "server/desk_assets.h"

namespace hearsay {
namespace {

struct Asset {
  std::string_view stem, extension;
  std::string_view (*bytes)();
};

constexpr std::array<Asset, 13> kAssets = {{{"page", "css", page_css},
                                            {"page", "js", page_js},
                                            {"table", "css", table_css},
                                            {"table", "js", table_js},
                                            {"threads", "css", threads_css},
                                            {"live", "css", live_css},
                                            {"desk", "css", desk_css},
                                            {"desk", "js", desk_js},
                                            {"marks", "js", marks_js},
                                            {"changes", "css", changes_css},
                                            {"checksheet", "css", checksheet_css},
                                            {"checksheet", "js", checksheet_js},
                                            {"kept_sheet", "js", kept_sheet_js}}};

/// As it is asked for: "table-1f2e3d4c5b6a7980.css".
std::string served_name(const Asset& asset) {
  return fmt::format("{}-{}.{}", asset.stem, sha256_hex(asset.bytes()).substr(0, 16), asset.extension);
}

/// All of them, digested once.
const std::array<std::string, kAssets.size()>& served_names() {
  static const auto kNames = [] {
    std::array<std::string, kAssets.size()> names;
    for (std::size_t i = 0; i < kAssets.size(); ++i) names[i] = served_name(kAssets[i]);
    return names;
  }();
  return kNames;
}

Response asset(const Request& request) {
  for (std::size_t i = 0; i < kAssets.size(); ++i) {
    if (served_names()[i] != request.part("name")) continue;
    return {.status = 200,
            .type = kAssets[i].extension == "css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
            .body = std::string(kAssets[i].bytes()),
            .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}},
            .write = {}};
  }
  return problem(404, "There is no such file", request.path, "load the page anew");
}

}  // namespace

std::string asset_address(std::string_view name) {
  for (std::size_t i = 0; i < kAssets.size(); ++i) {
    if (name == fmt::format("{}.{}", kAssets[i].stem, kAssets[i].extension)) return "/assets/" + served_names()[i];
  }
  return {};
}

Response live_response(const LivePage& page) {
  std::string links;
  for (const std::string_view name : page.assets) {
    const std::string address = asset_address(name);
    links += name.ends_with(".css") ? fmt::format("<link rel=\"stylesheet\" href=\"{}\">\n", address)
                                    : fmt::format("<script src=\"{}\" defer></script>\n", address);
  }
  std::string body = fill_places(live_html(), [&](std::string_view place) -> std::string {
    if (place == "title") return page.title;
    if (place == "links") return links;
    if (place == "state") return escaped(page.state);
    return place == "body" ? page.body : std::string();
  });
  return {
      .status = page.status, .type = "text/html; charset=utf-8", .body = std::move(body), .headers = {}, .write = {}};
}

Routes asset_routes() {
  return {{.method = "GET",
           .path = "/assets/{name}",
           .access = Access::open,
           .answer = asset,
           .what = "a style or script of the pages, kept for ever under its digest"}};
}

}  // namespace hearsay
