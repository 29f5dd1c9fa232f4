// Entry: sheet_routes. A sheet is made anew from the last version at each question and what people entered is carried
// over to it; what is entered is written upon the sheet that was read, and tried again where somebody was quicker.
#include "server/sheet_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "checksheet/read.h"
#include "checksheet/update.h"
#include "report/checksheet/write_checksheet.h"
#include "report/formats.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/table/page_place.h"
#include "server/archive_place.h"
#include "server/desk_answer.h"
#include "server/desk_held.h"
#include "server/desk_originals.h"
#include "server/live_page.h"
#include "server/typed_text.h"
#include "server/with_drafts.h"
#include "service/checksheets.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestEntry = 4'000;  // bytes
constexpr std::size_t kMostNamed = 6;         // originals
constexpr int kTries = 8;                     // where others write at the same time

/// What was asked for, or the answer that refuses.
template <class Value>
struct Or {
  std::optional<Value> value;
  Response refused;
};

Response not_audited(const Desk::Audited& audited) {
  return problem(422, "No sheet can be made of this",
                 audited.read ? audited.analysis.scorecard.withheld.why : why_unread(audited));
}

/// Where it cannot be read in the article's language there are no items.
bool has_items(const Desk::Audited& audited) {
  return audited.read && audited.analysis.scorecard.withheld.id != "language";
}

Response sheet_file(const CheckSheet& sheet, const CheckSheetFormat& format, const std::string& name) {
  std::string bytes = format.write(sheet);
  if (bytes.empty()) return problem(500, "The sheet could not be made", "there is too little memory");
  return {.status = 200,
          .type = std::string(format.media_type),
          .body = std::move(bytes),
          .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}{}\"", name, format.extension)}},
          .write = {}};
}

Json sheet_counts(const CheckSheet& sheet) {
  return {{"left", items_left(sheet)}, {"items", sheet.items.size()}};
}

/// The sheet of what is typed; with what was entered in an earlier one, where the page has one.
Response typed_sheet(Desk& desk, const Request& request) {
  const Json asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object() || text_member(asked, "text").empty())
    return problem(400, "No text", "the body must be a JSON object with a member \"text\"");
  Corrections corrections;
  if (const auto fault = given_corrections(asked, corrections))
    return problem(400, "A correction is not sound", fault->message);
  const auto originals = given_originals(asked);
  if (!originals) return problem(400, "No originals", "\"originals\" must be a list of at most 50 ids");
  const std::string name = typed_name(text_member(asked, "name"));
  Desk::Audited audited =
      desk.audit(text_member(asked, "text"), name, nullptr, {}, corrections, text_member(asked, "outlet"));
  if (!has_items(audited)) return not_audited(audited);
  if (!originals->empty()) static_cast<void>(hold_typed(desk, audited, *originals));
  UpdatedSheet made;
  made.sheet = checksheet_of(audited.analysis, *audited.session, audited.report.verifications);
  if (const std::string earlier = text_member(asked, "sheet"); !earlier.empty()) {
    Diagnostics diagnostics;
    const std::optional<CheckSheet> old = read_checksheet(earlier, "the sheet", diagnostics);
    if (!old) return problem(422, "The earlier sheet cannot be read", diagnostics);
    made = update_checksheet(*old, std::move(made.sheet));
  }
  if (const std::string_view format = request.asked("format"); !format.empty()) {
    const CheckSheetFormat* wanted = format_named(checksheet_formats(), format);
    if (wanted == nullptr) return problem(400, "No such format", "a sheet is csv, xlsx or html");
    return sheet_file(made.sheet, *wanted, "draft-checks");
  }
  Json answer = sheet_counts(made.sheet);
  answer["reopened"] = made.reopened;
  answer["gone"] = made.gone;
  answer["html"] = write_checksheet_body(made.sheet);
  return desk_json(answer);
}

// ---- Of a draft that is kept

struct KeptSheet {
  CheckSheet sheet;
  DraftVersion version;                // that it is of
  std::vector<std::string> originals;  // names of those that lie beside it
  std::uint64_t number = 0;            // of the entries that it has
  std::size_t reopened = 0, gone = 0;
};
using SheetAnswer = std::function<Response(const std::string& id, const KeptSheet&)>;

enum class Against { nothing, originals };

/// The fresh sheet of the last version, held against what pages laid beside it; the entries are carried over by
/// carry_entries.
Or<KeptSheet> fresh_sheet(Desk& desk, DraftStore& drafts, const std::string& id, Against against) {
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return {{}, no_draft(id)};
  const std::optional<std::string> text = drafts.text(id, versions.size());
  if (!text)
    return {{}, problem(500, "The store cannot be read", "this version is damaged", "see hearsay store check")};
  Desk::Audited audited =
      desk.audit(*text, typed_name(versions.back().name), nullptr, {}, drafts.corrections(id), versions.back().outlet);
  if (!has_items(audited)) return {{}, not_audited(audited)};
  KeptSheet kept{.sheet = {}, .version = versions.back(), .originals = {}};
  if (against == Against::originals) {
    const std::vector<std::string> ids = desk.originals().beside(id);
    kept.originals = names_of_originals(desk, ids);
    if (!kept.originals.empty()) static_cast<void>(hold_typed(desk, audited, ids));
  }
  kept.sheet = checksheet_of(audited.analysis, *audited.session, audited.report.verifications);
  return {std::move(kept), {}};
}

/// An answer that refuses, or nothing.
std::optional<Response> carry_entries(DraftStore& drafts, const std::string& id, KeptSheet& into) {
  const std::optional<DraftSheet> kept = drafts.sheet(id);
  Diagnostics diagnostics;
  std::optional<CheckSheet> old;
  if (kept && kept->number != 0) old = read_checksheet(kept->bytes, "the sheet", diagnostics);
  if (!kept || (kept->number != 0 && !old))
    return problem(500, "The store cannot be read", "the check sheet of this draft is damaged",
                   "see hearsay store check");
  into.number = kept->number;
  if (!old) return std::nullopt;
  UpdatedSheet updated = update_checksheet(*old, std::move(into.sheet));
  into.sheet = std::move(updated.sheet);
  into.reopened = updated.reopened;
  into.gone = updated.gone;
  return std::nullopt;
}

Or<KeptSheet> kept_sheet(Desk& desk, DraftStore& drafts, const std::string& id) {
  Or<KeptSheet> kept = fresh_sheet(desk, drafts, id, Against::originals);
  if (!kept.value) return kept;
  if (auto refused = carry_entries(drafts, id, *kept.value)) return {{}, std::move(*refused)};
  return kept;
}

Json entries_json(const CheckItem& item) {
  return {{"id", item.id},
          {"status", check_item_status_name(item.status)},
          {"evidence", item.evidence},
          {"checker", item.checker},
          {"date", item.date},
          {"note", item.note}};
}

/// "council.vtt, minutes.txt and 3 more".
std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < kMostNamed; ++i) out += (i == 0 ? "" : ", ") + one_line(names[i]);
  if (names.size() > kMostNamed) out += fmt::format(" and {} more", names.size() - kMostNamed);
  return out;
}

Response sheet_page(const std::string& id, const KeptSheet& kept) {
  const std::string title = !kept.version.name.empty() ? kept.version.name : kept.sheet.title;
  const std::string name = title.empty() ? "Draft without a name" : one_line(title);
  const PagePlace place{.beside = archive_links(), .here = "/drafts", .within = true};
  std::string body = navigation(place, "answer", "Skip to the items");
  body += fmt::format(
      "<main id=\"answer\" data-draft=\"{0}\" data-version=\"{1}\" data-number=\"{2}\">\n<h1>Check sheet: {3}</h1>\n"
      "<p class=\"lead\">Of <a href=\"/drafts/{0}\">version {1}</a>. What is entered is kept at once, with whoever "
      "else "
      "works on it, and goes on to new versions: items whose words change are open again.</p>\n",
      escaped(id), kept.version.number, kept.number, escaped(name));
  if (kept.reopened != 0)
    body += fmt::format("<p class=\"news\">{} since somebody last entered something.</p>\n",
                        counted(kept.reopened, "item was changed", "items were changed"));
  if (!kept.originals.empty())
    body += fmt::format("<p class=\"lead\">Held against {}: {}.</p>\n",
                        counted(kept.originals.size(), "original", "originals"), escaped(joined_names(kept.originals)));
  body += fmt::format(
      "<p class=\"data\">As <a href=\"/drafts/{0}/checksheet.csv\">CSV</a>, <a "
      "href=\"/drafts/{0}/checksheet.xlsx\">workbook</a>, <a href=\"/drafts/{0}/checksheet.json\">JSON</a></p>\n"
      "<p class=\"who\"><label>You <input id=\"by\" autocomplete=\"name\" maxlength=\"80\" spellcheck=\"false\" "
      "placeholder=\"name or initials\"></label> <span id=\"state\" role=\"status\"></span></p>\n",
      escaped(id));
  body += write_checksheet_body(kept.sheet);
  return live_response({.title = "Check sheet: " + escaped(name) + " · hearsay",
                        .state = "kept sheet-page",
                        .body = body + "</main>\n",
                        .assets = {"table.css", "checksheet.css", "live.css", "checksheet.js", "kept_sheet.js"}});
}

Json sheet_json(const std::string& id, const KeptSheet& kept) {
  Json json = sheet_counts(kept.sheet);
  json["draft"] = id;
  json["version"] = kept.version.number;
  json["number"] = kept.number;
  json["originals"] = kept.originals;
  json["entries"] = Json::array();
  for (const CheckItem& item : kept.sheet.items) {
    Json one = entries_json(item);
    one["kind"] = check_item_kind_name(item.kind);
    one["item"] = item.item;
    one["sentence"] = item.sentence;
    one["documented"] = item.documented;
    one["revision"] = item.revision;
    json["entries"].push_back(std::move(one));
  }
  return json;
}

/// Sets what the body says of an item. What is wrong, or nothing.
std::optional<Response> enter(const Json& body, CheckItem& item) {
  const std::pair<const char*, std::string CheckItem::*> members[] = {{"evidence", &CheckItem::evidence},
                                                                      {"checker", &CheckItem::checker},
                                                                      {"date", &CheckItem::date},
                                                                      {"note", &CheckItem::note}};
  for (const auto& [name, member] : members) {
    if (!body.contains(name)) continue;
    std::string words = text_member(body, name);
    if (words.size() > kLongestEntry)
      return problem(400, "An entry is too long", fmt::format("\"{}\" has more than {} bytes", name, kLongestEntry));
    item.*member = std::move(words);
  }
  if (!body.contains("status")) return std::nullopt;
  const auto status = check_item_status_named(text_member(body, "status"));
  if (!status)
    return problem(400, "No such status", "\"status\" is open, confirmed, changed, query, cannot-verify or cut");
  item.status = *status;
  return std::nullopt;
}

Response enter_item(Desk& desk, DraftStore& drafts, const Request& request) {
  const std::string id(request.part("id"));
  const Json body = Json::parse(request.body, nullptr, false);
  const std::string wanted = body.is_object() ? text_member(body, "item") : std::string();
  if (wanted.empty()) return problem(400, "No item", "the body must be a JSON object with a member \"item\", its id");
  // What originals say is not entered but found, and stands on the sheet whenever it is asked for.
  const Or<KeptSheet> fresh = fresh_sheet(desk, drafts, id, Against::nothing);
  if (!fresh.value) return fresh.refused;
  for (int tries = 0; tries < kTries; ++tries) {
    KeptSheet kept = *fresh.value;
    if (auto refused = carry_entries(drafts, id, kept)) return *refused;
    const auto item = std::find_if(kept.sheet.items.begin(), kept.sheet.items.end(),
                                   [&](const CheckItem& one) { return one.id == wanted; });
    if (item == kept.sheet.items.end())
      return problem(409, "The draft has changed", "there is no such item any more", "load the page anew");
    if (auto refused = enter(body, *item)) return *refused;
    if (!drafts.put_sheet(id, kept.number, write_checksheet_csv(kept.sheet))) continue;
    Json answer = sheet_counts(kept.sheet);
    answer["number"] = kept.number + 1;
    answer["entry"] = entries_json(*item);
    return desk_json(answer);
  }
  return problem(503, "Others are entering at the same time", "nothing was changed", "try it again");
}

Response sheet_state(DraftStore& drafts, const std::string& id) {
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  const std::optional<DraftSheet> kept = drafts.sheet(id);
  return desk_json({{"version", versions.back().number}, {"number", kept ? kept->number : 0}});
}

}  // namespace

Routes sheet_routes(Desk& desk) {
  Routes routes;
  routes.push_back({.method = "POST",
                    .path = "/desk/checksheet",
                    .access = Access::read,
                    .answer = [&desk](const Request& request) { return typed_sheet(desk, request); },
                    .what = "the check sheet of a text that is being typed"});
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
  const auto described = [](std::string id, std::string summary, std::string says, std::string type) {
    return Operation{
        .id = std::move(id),
        .tag = "Drafts",
        .summary = std::move(summary),
        .answers = {{200, std::move(says), {std::move(type)}, ""},
                    {404, "There is no such draft, or no store.", {"application/problem+json"}, "Problem"}}};
  };
  const auto add_form = [&](std::string_view path, std::string_view what, SheetAnswer form,
                            std::optional<Operation> operation = std::nullopt) {
    add(
        "GET", path, Access::read, what,
        [&desk, form = std::move(form)](DraftStore& drafts, const Request& request) {
          const std::string id(request.part("id"));
          const Or<KeptSheet> kept = kept_sheet(desk, drafts, id);
          return kept.value ? form(id, *kept.value) : kept.refused;
        },
        std::move(operation));
  };
  const auto file = [](std::string_view format) {
    return [format](const std::string& id, const KeptSheet& kept) {
      return sheet_file(kept.sheet, *format_named(checksheet_formats(), format),
                        fmt::format("{}-{}-checks", id, kept.version.number));
    };
  };
  add_form("/drafts/{id}/checksheet", "the check sheet of its last version", sheet_page);
  add_form(
      "/drafts/{id}/checksheet.json", "the same as data",
      [](const std::string& id, const KeptSheet& kept) { return desk_json(sheet_json(id, kept)); },
      described("draftChecks", "The check sheet of a draft's last version", "Items and what is entered on them.",
                "application/json"));
  add_form("/drafts/{id}/checksheet.csv", "the same as a table", file("csv"),
           described("draftChecksCsv", "The same as CSV", "A row for each item.", "text/csv"));
  add_form("/drafts/{id}/checksheet.xlsx", "the same as a workbook", file("xlsx"),
           described("draftChecksXlsx", "The same as a workbook", "A row for each item.",
                     std::string(format_named(checksheet_formats(), "xlsx")->media_type)));
  add(
      "GET", "/drafts/{id}/checksheet/state", Access::read, "whether anything was entered since",
      [](DraftStore& drafts, const Request& request) { return sheet_state(drafts, std::string(request.part("id"))); },
      described("checksState", "Whether anything was entered on a sheet", "Its version and the number of changes.",
                "application/json"));
  Operation enter =
      described("enterCheck", "Enter something on an item of a sheet", "The item as it is now.", "application/json");
  enter.body = RequestBody{
      .what = R"({"item": its id, "status", "evidence", "checker", "date", "note"}; what is left out stays.)",
      .types = {"application/json"}};
  add(
      "POST", "/drafts/{id}/checksheet", Access::write, "enters something on an item",
      [&desk](DraftStore& drafts, const Request& request) { return enter_item(desk, drafts, request); },
      std::move(enter));
  return routes;
}

}  // namespace hearsay
