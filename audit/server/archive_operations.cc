// A question that the store learns has its rows here at once: they are made of archive_links().
#include "server/archive_operations.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "server/archive_place.h"

namespace hearsay {
namespace {

constexpr std::string_view kArchive = "/archive";

std::vector<Parameter> narrowing() {
  return {{.name = "outlet", .what = "Articles of this outlet."},
          {.name = "month", .what = "Published in it, as 2026-05."},
          {.name = "byline", .what = "By these writers."},
          {.name = "genre", .what = "Of this genre."},
          {.name = "finding", .what = "With a finding of this check."},
          {.name = "since", .what = "Published then or later, as 2026-05 or 2026-05-04."},
          {.name = "until", .what = "Published before then."},
          {.name = "sort", .what = "A column to sort by; with - before it the other way."},
          {.name = "limit", .what = "Rows at most.", .kind = ParameterKind::integer, .least = 1, .most = 100'000},
          {.name = "q", .what = "Words that are looked for, where the page takes some."}};
}

Operation operation(std::string id, std::string summary, std::vector<std::string> types) {
  return {.id = std::move(id),
          .tag = "Archive",
          .summary = std::move(summary),
          .query = narrowing(),
          .answers = {{200, "What the archive says.", std::move(types), ""},
                      {404, "There is no such page, or no store.", {}, ""},
                      {503, "It takes too long.", {}, ""}}};
}

/// What outlives every table of routes: addresses of pages as data.
struct DataPath {
  std::string path, id, summary, type;
};
const std::vector<DataPath>& data_paths() {
  static const std::vector<DataPath> kPaths = [] {
    std::vector<DataPath> all;
    for (const PageLink& link : archive_links()) {
      if (!std::string_view(link.href).starts_with(kArchive)) continue;
      std::string name = link.href.substr(std::min(link.href.size(), kArchive.size() + 1));
      if (name.empty()) name = "overview";
      name.front() = static_cast<char>(name.front() & ~0x20);
      all.push_back({link.href + ".json", "archive" + name, link.words + " as JSON", "application/json"});
      all.push_back({link.href + ".csv", "archive" + name + "Csv", link.words + " as CSV", "text/csv"});
    }
    return all;
  }();
  return kPaths;
}

struct OperandPath {
  std::string_view path, id, summary;
};
constexpr std::array<OperandPath, 4> kOfOne = {
    {{"/archive/articles/{id}", "archiveArticle", "The scorecard of an article; .csv: its call sheet"},
     {"/archive/sources/{name}", "archiveDossier", "All that somebody is quoted with"},
     {"/archive/findings/{check}", "archiveFinding", "Each place of a finding"},
     {"/archive/callsheets/{id}", "archiveCallSheet", "Whom to call about an article"}}};

}  // namespace

Routes archive_rows(const std::function<Response(const Request&)>& answer) {
  Routes routes;
  const auto add = [&](std::string_view path, std::optional<Operation> what) {
    routes.push_back({.method = "GET",
                      .path = path,
                      .access = Access::read,
                      .answer = answer,
                      .what = "the archive's pages, each as .json and .csv, too",
                      .operation = std::move(what)});
  };
  add(kArchive, std::nullopt);
  for (const DataPath& one : data_paths()) add(one.path, operation(one.id, one.summary, {one.type}));
  for (const OperandPath& one : kOfOne) {
    Operation of =
        operation(std::string(one.id), std::string(one.summary), {"text/html", "application/json", "text/csv"});
    of.what = "With .json or .csv behind the name as data, else a page.";
    add(one.path, std::move(of));
  }
  add("/archive/{rest...}", std::nullopt);
  return routes;
}

}  // namespace hearsay
