// Words held against words: a draft against originals (/api/v1/verify), a version against the one before it
// (/api/v1/compare), and all that is to be checked of a draft (/api/v1/checksheet). Texts come in the request and are
// kept nowhere; what the first two answer is what the command line writes.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include "report/checksheet/checksheet_cells.h"
#include "server/api.h"
#include "server/article_formats.h"
#include "server/asked_settings.h"
#include "server/given_texts.h"
#include "server/json_answer.h"
#include "server/media.h"
#include "server/typed_text.h"
#include "service/checksheets.h"
#include "service/version_words.h"

namespace hearsay {
namespace {

/// Rows of a table of formats by what an answer may be asked for in, JSON first.
template <class Format>
std::vector<OfferedFormat> answer_rows(std::span<const Format> formats) {
  std::vector<OfferedFormat> rows;
  for (const Format& one : formats)
    rows.push_back({std::string(one.id), one.media_type, one.extension, one.what, nullptr, nullptr});
  std::stable_partition(rows.begin(), rows.end(), [](const OfferedFormat& one) { return one.id == "json"; });
  return rows;
}

const OrderedJson& member_of(const OrderedJson& json, const char* name) {
  static const OrderedJson kNothing;
  const auto at = json.is_object() ? json.find(name) : json.end();
  return json.is_object() && at != json.end() ? *at : kNothing;
}

/// Hears what is wrong with the files of the rules, which was told when the server began.
class ToldBefore : public Listener {
 public:
  void report(const Diagnostic& /* diagnostic */) override {}
};

Response text_answer(const OfferedFormat& format, std::string body) {
  Response response{
      .status = 200, .type = content_type(format.media_type), .body = std::move(body), .headers = {}, .write = {}};
  if (format.media_type == "text/html") response.headers = page_headers();
  return response;
}

Response unread(const Desk::Audited& audited, std::string_view which) {
  Diagnostics why = audited.diagnostics;
  for (Diagnostic& one : why) one.message = fmt::format("{}: {}", which, one.message);
  return problem(422, "This cannot be read as an article", why);
}

Response answer_verify(Desk& desk, const std::vector<OfferedFormat>& formats, const Request& request) {
  const auto format = asked_format(request, formats);
  if (const auto* none = std::get_if<Response>(&format)) return *none;
  const auto given = given_draft(OrderedJson::parse(request.body, nullptr, false));
  if (const auto* none = std::get_if<Response>(&given)) return *none;
  const auto& [draft, originals] = std::get<GivenDraft>(given);
  const std::optional<SettingsChoice> other = asked_settings(request, desk);
  const Desk::Audited audited = desk.audit(draft.text, draft.name, other ? &*other : nullptr, "utf-8");
  if (!audited.read) return unread(audited, draft.name);
  const VerificationReport report = hold_given(audited, originals);
  const auto& row = std::get<OfferedFormat>(format);
  return text_answer(row, format_named(verification_formats(), row.id)->write(report, {}));
}

Response answer_compare(Desk& desk, const std::vector<OfferedFormat>& formats, const Request& request) {
  const auto format = asked_format(request, formats);
  if (const auto* none = std::get_if<Response>(&format)) return *none;
  const OrderedJson body = OrderedJson::parse(request.body, nullptr, false);
  const auto older = given_text(member_of(body, "old"), "old"), newer = given_text(member_of(body, "new"), "new");
  if (!older || !newer)
    return problem(400, "Nothing to compare", "the body is no JSON object with two texts, \"old\" and \"new\"",
                   R"(send {"old": {"name": …, "text": …}, "new": {"name": …, "text": …}})");
  const std::optional<SettingsChoice> other = asked_settings(request, desk);
  const SettingsChoice* settings = other ? &*other : nullptr;
  const Desk::Audited before = desk.audit(older->text, older->name, settings, "utf-8");
  if (!before.read) return unread(before, older->name);
  const Desk::Audited after = desk.audit(newer->text, newer->name, settings, "utf-8");
  if (!after.read) return unread(after, newer->name);
  ToldBefore listener;
  VersionWords words(after.session->settings, listener);
  const VersionChanges changes = words.compare(before.report, after.report);
  const auto& row = std::get<OfferedFormat>(format);
  return text_answer(row, format_named(changes_formats(), row.id)->write(changes, {}));
}

/// The columns of the sheet by their ids, "line" and "revision" as numbers.
OrderedJson sheet_json(const CheckSheet& sheet) {
  OrderedJson items = OrderedJson::array();
  for (const CheckItem& item : sheet.items) {
    OrderedJson json = OrderedJson::object();
    CheckSheetCells cells = checksheet_cells(item);
    for (std::size_t i = 0; i < cells.size(); ++i) json[kCheckSheetColumnIds.at(i)] = std::move(cells.at(i));
    json["line"] = item.line;
    json["revision"] = item.revision;
    items.push_back(std::move(json));
  }
  return {{"title", sheet.title}, {"left", items_left(sheet)}, {"items", std::move(items)}};
}

Response answer_checksheet(Desk& desk, const std::vector<OfferedFormat>& formats, const Request& request) {
  const auto format = asked_format(request, formats);
  if (const auto* none = std::get_if<Response>(&format)) return *none;
  if (request.body.empty())
    return problem(422, "No article", "the body is empty", "send the draft as the body of the request");
  const auto given = draft_with_originals(request);
  if (given && std::holds_alternative<Response>(*given)) return std::get<Response>(*given);
  const GivenDraft* held = given ? &std::get<GivenDraft>(*given) : nullptr;
  const std::optional<SettingsChoice> other = asked_settings(request, desk);
  const std::string name = held != nullptr ? held->draft.name : name_of(request, "draft");
  const Desk::Audited audited =
      desk.audit(held != nullptr ? held->draft.text : request.body, name, other ? &*other : nullptr,
                 held != nullptr ? "utf-8" : media_type_of(request.header("Content-Type")).charset);
  if (!audited.read) return unread(audited, name);
  if (const Withheld& withheld = audited.analysis.scorecard.withheld; withheld.id == "language")
    return problem(422, "No sheet can be made of it", withheld.why, "name its language with ?language=");
  const VerificationReport said = held != nullptr ? hold_given(audited, held->originals) : VerificationReport();
  const CheckSheet sheet = checksheet_of(audited.analysis, *audited.session, said.all);
  const auto& row = std::get<OfferedFormat>(format);
  if (row.id == "json") return json_answer(sheet_json(sheet));
  Response response = text_answer(row, format_named(checksheet_formats(), row.id)->write(sheet));
  if (response.body.empty()) return problem(500, "The file could not be made", "memory lacked", "try again later");
  if (row.id == "xlsx")
    response.headers.emplace_back("Content-Disposition",
                                  attachment(audited.report.id + "-sheet" + std::string(row.extension)));
  return response;
}

using AnswerTexts = Response (*)(Desk&, const std::vector<OfferedFormat>&, const Request&);

Route texts_route(Desk& desk, std::string_view path, std::string_view what, std::vector<OfferedFormat> formats,
                  AnswerTexts answer, Operation operation) {
  operation.tag = "Articles";
  std::vector<Parameter> query = settings_parameters(desk);
  query.insert(query.begin(), format_parameter(formats));
  operation.query.insert(operation.query.begin(), query.begin(), query.end());
  Answer good{.status = 200, .what = std::move(operation.answers.front().what), .types = {}, .schema = {}};
  for (const OfferedFormat& one : formats) good.types.emplace_back(one.media_type);
  operation.answers.front() = std::move(good);
  operation.answers.push_back({406, "None of the formats that Accept names.", {"application/problem+json"}, "Problem"});
  operation.answers.push_back({422, "A text is no article.", {"application/problem+json"}, "Problem"});
  return checked({.method = "POST",
                  .path = path,
                  .access = Access::read,
                  .answer = [&desk, answer, formats = std::move(formats)](
                                const Request& request) { return answer(desk, formats, request); },
                  .what = what,
                  .most_body = kMostTextsBody,
                  .operation = std::move(operation)});
}

}  // namespace

Routes text_routes(Desk& desk) {
  Routes routes;
  routes.push_back(texts_route(
      desk, "/api/v1/verify", "holds a draft against originals", answer_rows(verification_formats()), answer_verify,
      Operation{
          .id = "verify",
          .tag = {},
          .summary = "Hold a draft's quotations against originals",
          .what = "Each quotation with its class, the passage it rests on and each difference, as hearsay verify "
                  "writes it. Nothing is kept.",
          .body = RequestBody{.what = "{\"name\", \"text\", \"originals\": [{\"name\", \"text\"}]}: the draft, and "
                                      "at most 1,000 originals; names tell formats where words do not.",
                              .types = {"application/json"}},
          .answers = {{200, "What originals say of its words.", {}, ""}}}));
  routes.push_back(texts_route(
      desk, "/api/v1/compare", "compares two versions", answer_rows(changes_formats()), answer_compare,
      Operation{.id = "compare",
                .tag = {},
                .summary = "Compare two versions of an article",
                .what = "What changed in who says what, as hearsay compare writes it. Nothing is kept.",
                .body = RequestBody{.what = "{\"old\": {\"name\", \"text\"}, \"new\": {\"name\", \"text\"}}.",
                                    .types = {"application/json"}},
                .answers = {{200, "What changed.", {}, ""}}}));
  std::vector<OfferedFormat> sheets = answer_rows(checksheet_formats());
  sheets.insert(sheets.begin(), OfferedFormat{"json", "application/json", ".json", "for programs", nullptr, nullptr});
  Operation sheet{
      .id = "checksheet",
      .tag = {},
      .summary = "List what is to be checked of a draft",
      .what =
          "The body is the draft, in any format that hearsay reads; or, as of verify, a JSON object with "
          "originals that its words are held against. Nothing is kept.",
      .query = {{.name = "name", .what = "The draft's file name. Also by Content-Disposition."}},
      .body = RequestBody{.what = "The draft; or {\"name\", \"text\", \"originals\": [{\"name\", \"text\"}]}.",
                          .types = {"*/*", "application/json"}},
      .answers = {{200, "A row for each item.", {}, ""}}};
  routes.push_back(texts_route(desk, "/api/v1/checksheet", "lists what is to be checked", std::move(sheets),
                               answer_checksheet, std::move(sheet)));
  return routes;
}

}  // namespace hearsay
