// Entry: drafts_routes. The page polls one small answer; what it says has changed is fetched with the next audit.
#include "server/drafts_routes.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/html/write_html.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/table/page_place.h"
#include "server/archive_place.h"
#include "server/compare_page.h"
#include "server/desk_answer.h"
#include "server/desk_page.h"
#include "server/desk_routes.h"
#include "server/live_page.h"
#include "server/sheet_routes.h"
#include "server/typed_text.h"
#include "server/with_drafts.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostDrafts = 500;  // in the list
constexpr std::size_t kLongestBy = 80;    // bytes of a name

std::string when(const std::string& at) {
  return fmt::format("<time datetime=\"{}\">{}</time>", escaped(at),
                     escaped_line(at.substr(0, 10) + (at.size() > 16 ? " " + at.substr(11, 5) : "")));
}

std::string name_of(const DraftVersion& version) {
  return version.name.empty() ? "Draft without a name" : one_line(version.name);
}

Response listed(const std::string& title, const std::string& head, const std::string& rows, const std::string& lead) {
  const PagePlace place{.beside = archive_links(), .here = "/drafts", .within = title != "Drafts"};
  std::string body = navigation(place, "answer", "Skip to the list") + "<main id=\"answer\">\n<h1>" +
                     escaped_line(title) + "</h1>\n" + lead;
  if (!rows.empty()) {
    body += "<table class=\"drafts\">\n<caption>" + escaped_line(title) + "</caption>\n<thead><tr>" + head +
            "</tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
  }
  return live_response({.title = escaped_line(title) + " · hearsay",
                        .state = "table",
                        .body = body + "</main>\n",
                        .assets = {"table.css", "live.css"}});
}

Response list_drafts(DraftStore& drafts) {
  std::string rows;
  for (const DraftInfo& draft : drafts.list(kMostDrafts)) {
    rows += fmt::format(
        "<tr><th scope=\"row\" dir=\"auto\"><a href=\"/drafts/{0}\">{1}</a></th><td data-label=\"Last "
        "version\">{2}</td>"
        "<td data-label=\"By\" dir=\"auto\">{3}</td><td data-label=\"Versions\"><a href=\"/drafts/{0}/versions\" "
        "aria-label=\"Versions of {1}: {4}\">{4}</a></td><td data-label=\"Corrections\">{5}</td></tr>\n",
        escaped(draft.id), escaped_line(name_of(draft.last)), when(draft.last.at), escaped_line(draft.last.by),
        draft.last.number, draft.corrections);
  }
  const std::string lead =
      rows.empty() ? "<p class=\"none\">No draft is kept yet: type one at <a href=\"/\">the desk</a> and "
                     "save a version.</p>\n"
                   : "<p class=\"lead\">The one worked on last stands first. <a href=\"/\">A new one</a></p>\n";
  return listed("Drafts",
                "<th scope=\"col\">Draft</th><th scope=\"col\">Last version</th><th scope=\"col\">By</th><th "
                "scope=\"col\">Versions</th><th scope=\"col\">Corrections</th>",
                rows, lead);
}

Response list_as_data(DraftStore& drafts) {
  Json all = Json::array();
  for (const DraftInfo& draft : drafts.list(kMostDrafts)) {
    all.push_back({{"id", draft.id},
                   {"name", draft.last.name},
                   {"outlet", draft.last.outlet},
                   {"versions", draft.last.number},
                   {"by", draft.last.by},
                   {"at", draft.last.at},
                   {"corrections", draft.corrections}});
  }
  return desk_json(all);
}

Json draft_json(DraftStore& drafts, const std::string& id, const DraftVersion& last) {
  return {{"id", id},
          {"draft", id},
          {"version", last.number},
          {"name", last.name},
          {"outlet", last.outlet},
          {"by", last.by},
          {"at", last.at},
          {"text", drafts.text(id, last.number).value_or("")}};
}

/// "/drafts/ID" and "/drafts/ID.json".
Response open_draft(const Desk& desk, DraftStore& drafts, std::string id) {
  const bool data = id.ends_with(".json");
  if (data) id.resize(id.size() - std::string_view(".json").size());
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  Json draft = draft_json(drafts, id, versions.back());
  return data ? desk_json(draft) : desk_page(desk, std::move(draft));
}

Response list_versions(DraftStore& drafts, const std::string& id) {
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  std::string rows;
  for (auto at = versions.rbegin(); at != versions.rend(); ++at) {
    rows += fmt::format(
        "<tr><th scope=\"row\"><a href=\"/drafts/{0}/versions/{1}\">Version {1}</a></th><td "
        "data-label=\"Kept\">{2}</td>"
        "<td data-label=\"By\" dir=\"auto\">{3}</td><td data-label=\"Bytes\">{4}</td><td "
        "data-label=\"Changes\">{5}</td></tr>\n",
        escaped(id), at->number, when(at->at), escaped_line(at->by), at->size,
        at->number == 1 ? std::string()
                        : fmt::format("<a href=\"/drafts/{0}/compare?old={1}&amp;new={2}\">since version {1}</a>",
                                      escaped(id), at->number - 1, at->number));
  }
  return listed("Versions of " + name_of(versions.back()),
                "<th scope=\"col\">Version</th><th scope=\"col\">Kept</th><th scope=\"col\">By</th><th "
                "scope=\"col\">Bytes</th><th scope=\"col\">What changed</th>",
                rows,
                fmt::format("<p class=\"lead\"><a href=\"/drafts/{0}\">Open at the desk</a> · <a "
                            "href=\"/drafts/{0}/checksheet\">Check sheet</a></p>\n",
                            escaped(id)));
}

/// A version as it was, with what people say of it today.
Response show_version(Desk& desk, DraftStore& drafts, const Request& request) {
  const std::string id(request.part("id"));
  const std::string_view wanted = request.part("version");
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  if (error != std::errc() || end != wanted.data() + wanted.size() || number == 0 || number > versions.size())
    return problem(404, "No such version", fmt::format("the draft has versions 1 to {}", versions.size()));
  const std::optional<std::string> text = drafts.text(id, number);
  if (!text) return problem(500, "The store cannot be read", "this version is damaged", "see hearsay store check");
  const Desk::Audited audited = desk.audit(*text, typed_name(versions[number - 1].name), nullptr, {},
                                           drafts.corrections(id), versions[number - 1].outlet);
  if (!audited.read) return problem(422, "This cannot be read", why_unread(audited));
  std::vector<PageLink> beside = {{"/drafts/" + id, "Open at the desk"}, {"/drafts/" + id + "/versions", "Versions"}};
  for (const std::uint64_t other : {number - 1, number + 1}) {
    if (other != 0 && other <= versions.size())
      beside.push_back({fmt::format("/drafts/{}/versions/{}", id, other), fmt::format("Version {}", other)});
  }
  HtmlParts parts = write_html_parts(audited.report, beside);
  return live_response({.title = fmt::format("Version {} · {}", number, parts.title),
                        .state = std::move(parts.state),
                        .body = std::move(parts.body),
                        .assets = {"page.css", "page.js"}});
}

/// What a page asks every other second: whether anything is new.
Response state_of(DraftStore& drafts, const std::string& id) {
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  return desk_json({{"version", versions.back().number},
                    {"by", versions.back().by},
                    {"at", versions.back().at},
                    {"stamp", corrections_stamp(drafts.corrections(id))}});
}

struct GivenVersion {
  std::string text, name, outlet, by, at;
  std::uint64_t base = 0;
  Corrections corrections;
};

/// An answer that refuses, or nothing.
std::optional<Response> read_version(const Request& request, GivenVersion& given) {
  const Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object()) return problem(400, "No draft", "the body must be a JSON object with a member \"text\"");
  given.text = text_member(body, "text");
  given.name = text_member(body, "name");
  given.outlet = text_member(body, "outlet");
  given.by = text_member(body, "by");
  given.at = text_member(body, "at");
  if (const auto base = body.find("base"); base != body.end() && base->is_number_unsigned())
    given.base = base->get<std::uint64_t>();
  if (given.text.empty() || given.text.size() > kMostDeskBytes)
    return problem(400, "No draft", "\"text\" must be there, and at most 32 MB");
  if (given.by.empty() || given.by.size() > kLongestBy) return problem(400, "Nobody", "\"by\" must say who keeps it");
  if (given.at.size() != std::string_view("2026-05-04T09:12:00Z").size())
    return problem(400, "No time", "\"at\" must be a time as 2026-05-04T09:12:00Z");
  for (std::string* words : {&given.name, &given.outlet}) {
    if (words->size() > 300) words->resize(300);
  }
  if (const auto fault = given_corrections(body, given.corrections))
    return problem(400, "A correction is not sound", fault->message);
  return std::nullopt;
}

Response create_draft(DraftStore& drafts, const Request& request) {
  GivenVersion given;
  if (auto refused = read_version(request, given)) return *refused;
  const std::string id =
      drafts.create({.text = given.text, .name = given.name, .outlet = given.outlet, .by = given.by, .at = given.at});
  if (!given.corrections.empty() && !drafts.add_corrections(id, given.corrections))
    return problem(409, "Too many corrections", fmt::format("a draft holds at most {}", kMostCorrections));
  Response made = desk_json({{"id", id}, {"version", 1}}, 201);
  made.headers.emplace_back("Location", "/drafts/" + id);
  return made;
}

Response add_version(DraftStore& drafts, const Request& request) {
  const std::string id(request.part("id"));
  GivenVersion given;
  if (auto refused = read_version(request, given)) return *refused;
  const std::uint64_t number = drafts.add_version(
      id, given.base, {.text = given.text, .name = given.name, .outlet = given.outlet, .by = given.by, .at = given.at});
  if (number != 0) return desk_json({{"id", id}, {"version", number}}, 201);
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  return desk_json({{"title", "There is a newer version"},
                    {"detail", fmt::format("version {} was kept meanwhile", versions.back().number)},
                    {"version", versions.back().number},
                    {"by", versions.back().by}},
                   409);
}

Response add_corrections(DraftStore& drafts, const Request& request) {
  const Json body = Json::parse(request.body, nullptr, false);
  Corrections corrections;
  if (!body.is_object() || !body.contains("corrections"))
    return problem(400, "No corrections", "the body must be a JSON object with a list \"corrections\"");
  if (const auto fault = given_corrections(body, corrections))
    return problem(400, "A correction is not sound", fault->message);
  if (drafts.add_corrections(std::string(request.part("id")), corrections))
    return desk_json({{"added", corrections.size()}}, 201);
  if (drafts.versions(std::string(request.part("id"))).empty()) return no_draft(request.part("id"));
  return problem(409, "Too many corrections", fmt::format("a draft holds at most {}", kMostCorrections));
}

Response take_back(DraftStore& drafts, const Request& request) {
  if (drafts.remove_correction(std::string(request.part("id")), request.part("correction")))
    return desk_json({{"removed", 1}});
  return problem(404, "No such correction", "somebody else may have taken it back already");
}

Operation draft_operation(std::string id, std::string summary, std::vector<Answer> answers, std::string body) {
  Operation operation{
      .id = std::move(id), .tag = "Drafts", .summary = std::move(summary), .answers = std::move(answers)};
  if (!body.empty()) operation.body = RequestBody{.what = std::move(body), .types = {"application/json"}};
  return operation;
}

}  // namespace

Routes drafts_routes(Desk& desk) {
  Routes routes;
  const auto add = [&](std::string_view method, std::string_view path, Access access, std::string_view what,
                       DraftAnswer answer, std::optional<Operation> operation = std::nullopt) {
    routes.push_back({.method = method,
                      .path = path,
                      .access = access,
                      .answer =
                          [&desk, answer = std::move(answer)](const Request& request) {
                            return with_drafts(desk, [&](DraftStore& drafts) { return answer(drafts, request); });
                          },
                      .what = what,
                      .operation = std::move(operation)});
  };
  const Answer none{404, "There is no such draft, or no store.", {"application/problem+json"}, "Problem"};
  const auto json = [](int status, std::string says) {
    return Answer{status, std::move(says), {"application/json"}, "Object"};
  };
  add(
      "GET", "/drafts.json", Access::read, "the same as data",
      [](DraftStore& drafts, const Request&) { return list_as_data(drafts); },
      draft_operation("listDrafts", "Drafts that are kept, the one worked on last first",
                      {{200, "Each with its last version.", {"application/json"}, "List"}, none}, ""));
  add("GET", "/drafts", Access::read, "all drafts that are kept",
      [](DraftStore& drafts, const Request&) { return list_drafts(drafts); });
  add(
      "GET", "/drafts/{id}", Access::read, "the desk, opened on a draft; with .json its last version",
      [&desk](DraftStore& drafts, const Request& request) {
        return open_draft(desk, drafts, std::string(request.part("id")));
      },
      draft_operation("getDraft", "A draft with the text of its last version; without .json behind the id the desk",
                      {{200, "The draft, or the page.", {"application/json", "text/html"}, ""}, none}, ""));
  add(
      "GET", "/drafts/{id}/state", Access::read, "the last version and whether corrections changed",
      [](DraftStore& drafts, const Request& request) { return state_of(drafts, std::string(request.part("id"))); },
      draft_operation("draftState", "Whether a draft has changed",
                      {json(200, "Its last version, and a stamp that each correction changes."), none}, ""));
  add("GET", "/drafts/{id}/versions", Access::read, "its versions", [](DraftStore& drafts, const Request& request) {
    return list_versions(drafts, std::string(request.part("id")));
  });
  add("GET", "/drafts/{id}/versions/{version}", Access::read, "the scorecard of a version",
      [&desk](DraftStore& drafts, const Request& request) { return show_version(desk, drafts, request); });
  add("POST", "/drafts", Access::write, "keeps a new draft", create_draft,
      draft_operation("addDraft", "Keep a new draft", {json(201, "Its id."), none},
                      R"({"text", "name", "outlet", "by", "at": "2026-05-04T09:12:00Z", "corrections": []}.)"));
  add("POST", "/drafts/{id}/versions", Access::write, "keeps a new version of the one that is named", add_version,
      draft_operation("addVersion", "Keep a new version of a draft",
                      {json(201, "Its number."), none, json(409, "Somebody kept another meanwhile; which, and who.")},
                      R"({"text", "name", "outlet", "by", "at", "base": the version that it was made from}.)"));
  add("POST", "/drafts/{id}/corrections", Access::write, "adds what somebody says", add_corrections,
      draft_operation("addCorrections", "Add corrections to a draft", {json(201, "How many were given."), none},
                      R"({"corrections": [{"kind", "target", "value", "reason", "by", "at", …}]}.)"));
  add("DELETE", "/drafts/{id}/corrections/{correction}", Access::write, "takes a correction back", take_back,
      draft_operation("removeCorrection", "Take a correction back", {json(200, "It is gone."), none}, ""));
  append(routes, compare_routes(desk));
  append(routes, sheet_routes(desk));
  return routes;
}

}  // namespace hearsay
