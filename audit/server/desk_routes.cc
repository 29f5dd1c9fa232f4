// Entry: desk_routes. The page sends its text whole at each pause: an audit takes milliseconds, and what is sent whole
// cannot run out of step.
#include "server/desk_routes.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "corrections/correction_xml.h"
#include "server/desk_answer.h"
#include "server/desk_held.h"
#include "server/desk_page.h"
#include "server/live_page.h"
#include "server/typed_text.h"
#include "store/drafts.h"
#include "store/store.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

/// What a page keeps itself, as the file that lies beside the article.
Response sidecar(const Request& request) {
  const Json asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object()) return problem(400, "No corrections", "the body must be a JSON object");
  Corrections corrections;
  if (const auto fault = given_corrections(asked, corrections))
    return problem(400, "A correction is not sound", fault->message);
  const std::string name = typed_name(text_member(asked, "name"));
  return desk_json({{"name", name.substr(0, name.size() - std::string_view(".txt").size()) + ".hearsay.xml"},
                    {"xml", write_correction_xml(corrections)}});
}

Response audit_typed(Desk& desk, const Request& request) {
  const Json asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object() || !asked.contains("text") || !asked["text"].is_string())
    return problem(400, "No text", "the body must be a JSON object with a member \"text\"");
  const auto& text = asked["text"].get_ref<const std::string&>();
  Corrections corrections;
  const std::string draft = text_member(asked, "draft");
  try {
    if (!draft.empty() && desk.store()) {
      corrections = DraftStore(*desk.store()).corrections(draft);
    } else if (const auto fault = given_corrections(asked, corrections)) {
      return problem(400, "A correction is not sound", fault->message);
    }
  } catch (const Fatal& fatal) {
    return problem(500, "The store cannot be read", fatal.diagnostic().message, fatal.diagnostic().remedy);
  }
  const auto originals = given_originals(asked);
  if (!originals) return problem(400, "No originals", "\"originals\" must be a list of at most 50 ids");
  Desk::Audited audited =
      desk.audit(text, typed_name(text_member(asked, "name")), nullptr, {}, corrections, text_member(asked, "outlet"));
  if (!audited.read) return problem(422, "This cannot be read", why_unread(audited));
  Json originals_answer;
  if (!originals->empty()) originals_answer = hold_typed(desk, audited, *originals);
  if (!draft.empty() && !originals->empty()) desk.originals().lay_beside(draft, *originals);
  Json answer = desk_answer(audited.report, remarks_of(audited));
  if (!originals->empty()) answer["originals"] = std::move(originals_answer);
  answer["stamp"] = corrections_stamp(corrections);
  // Markup was pasted: its text is what is typed on.
  if (audited.report.text != text) answer["instead"] = typed_text(audited.report);
  return desk_json(answer);
}

Response read_file_dropped(Desk& desk, const Request& request) {
  const std::string name(request.asked("name").substr(0, 300));
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
  append(routes, originals_routes(desk));
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
