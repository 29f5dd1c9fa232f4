// Entry: desk_routes. The page sends its text whole at each pause: an audit takes milliseconds, and what is sent whole
// cannot run out of step.
#include "server/desk_routes.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "corrections/correction_json.h"
#include "corrections/correction_xml.h"
#include "server/desk_answer.h"
#include "server/desk_page.h"
#include "server/live_page.h"
#include "store/store.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostNameBytes = 300;

std::string word_of(const Json& json, const char* member) {
  const auto at = json.find(member);
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// A name for what is typed: its own without the extension, so that it is read as the plain text it is.
std::string typed_name(std::string name) {
  if (name.size() > kMostNameBytes) name.resize(kMostNameBytes);
  if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
  if (const std::size_t dot = name.find_last_of('.'); dot != std::string::npos && dot != 0) name.resize(dot);
  return (name.empty() ? "draft" : name) + ".txt";
}

std::vector<std::string> remarks_of(const Desk::Audited& audited) {
  std::vector<std::string> remarks;
  for (const Diagnostic& one : audited.diagnostics) {
    std::string remark = one.message;
    if (!one.remedy.empty()) remark += ": " + one.remedy;
    remarks.push_back(std::move(remark) + ".");
  }
  return remarks;
}

std::string why_unread(const Desk::Audited& audited) {
  for (const Diagnostic& one : audited.diagnostics) {
    if (one.severity == Severity::error) return one.message;
  }
  return "there is no article in it";
}

/// Those of the body, of a page that keeps them itself.
std::optional<JsonFault> given_corrections(const Json& asked, Corrections& corrections) {
  const auto given = asked.find("corrections");
  if (given == asked.end() || given->empty()) return std::nullopt;
  return read_correction_list(Json{{"corrections", *given}}.dump(-1, ' ', false, Json::error_handler_t::replace),
                              corrections);
}

/// What a page keeps itself, as the file that lies beside the article.
Response sidecar(const Request& request) {
  const Json asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object()) return problem(400, "No corrections", "the body must be a JSON object");
  Corrections corrections;
  if (const auto fault = given_corrections(asked, corrections))
    return problem(400, "A correction is not sound", fault->message);
  const std::string name = typed_name(word_of(asked, "name"));
  return desk_json({{"name", name.substr(0, name.size() - std::string_view(".txt").size()) + ".hearsay.xml"},
                    {"xml", write_correction_xml(corrections)}});
}

Response audit_typed(Desk& desk, const Request& request) {
  const Json asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object() || !asked.contains("text") || !asked["text"].is_string())
    return problem(400, "No text", "the body must be a JSON object with a member \"text\"");
  const auto& text = asked["text"].get_ref<const std::string&>();
  Corrections corrections;
  if (const auto fault = given_corrections(asked, corrections))
    return problem(400, "A correction is not sound", fault->message);
  const Desk::Audited audited = desk.audit(text, typed_name(word_of(asked, "name")), nullptr, {}, corrections);
  if (!audited.read) return problem(422, "This cannot be read", why_unread(audited));
  Json answer = desk_answer(audited.report, remarks_of(audited));
  // Markup was pasted: its text is what is typed on.
  if (audited.report.text != text) answer["instead"] = typed_text(audited.report);
  return desk_json(answer);
}

Response read_file_dropped(Desk& desk, const Request& request) {
  const std::string name = std::string(request.asked("name").substr(0, kMostNameBytes));
  if (request.body.size() > kMostDeskBytes)
    return problem(413, "This is too large", "the desk takes files up to 32 MB", "split it into one article each");
  const Desk::Audited audited = desk.audit(request.body, name.empty() ? "draft" : name);
  const Report& report = audited.report;
  if (report.text.empty()) return problem(422, "This cannot be read", why_unread(audited));
  const bool as_it_lies = report.format == "text";
  Json answer = {
      {"text", as_it_lies ? report.text : typed_text(report)},
      {"format", report.format},
      {"outlet", report.outlet},
      {"told", as_it_lies ? "" : "Shown as its text, which can be typed in; the file itself stays as it is."}};
  return desk_json(answer);
}

/// What the page begins with where an article of the archive is asked for: its text.
Json archived(const Desk& desk, const Request& request) {
  const std::string id(request.asked("article"));
  if (id.empty() || !desk.store()) return Json::object();
  try {
    if (const std::optional<Report> report = StoreReader(*desk.store()).report(id))
      return {{"name", id}, {"outlet", report->outlet}, {"text", typed_text(*report)}};
  } catch (const Fatal&) {  // the archive's own page says what is wrong with it
  }
  return Json::object();
}

}  // namespace

Routes desk_routes(Desk& desk) {
  Routes routes = asset_routes();
  routes.push_back({.method = "GET",
                    .path = "/",
                    .access = Access::read,
                    .answer = [&desk](const Request& request) { return desk_page(desk, archived(desk, request)); },
                    .what = "the desk: a draft and its scorecard"});
  routes.push_back({.method = "POST",
                    .path = "/desk/audit",
                    .access = Access::read,
                    .answer = [&desk](const Request& request) { return audit_typed(desk, request); },
                    .what = "the scorecard's parts of a text that is being typed"});
  routes.push_back({.method = "POST",
                    .path = "/desk/sidecar",
                    .access = Access::read,
                    .answer = sidecar,
                    .what = "corrections that a page holds, as the file beside the article"});
  for (const std::string_view method : {"POST", "PUT"}) {
    routes.push_back({.method = method,
                      .path = "/desk/read",
                      .access = Access::read,
                      .answer = [&desk](const Request& request) { return read_file_dropped(desk, request); },
                      .what = "the text of a file of any format, to be typed on"});
  }
  return routes;
}

}  // namespace hearsay
