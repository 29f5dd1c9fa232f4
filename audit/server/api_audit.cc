// POST /api/v1/audit: an article in, what was found in it out. What cannot be an article by its label is 415 before it
// is read; what is none when it is read, 422.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "report/verification/make_verifications.h"
#include "server/api.h"
#include "server/article_formats.h"
#include "server/asked_settings.h"
#include "server/given_texts.h"
#include "server/media.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 5> kNoArticles = {"image/", "audio/", "video/", "font/", "multipart/"};
// What programs say who say nothing: curl of any --data.
constexpr std::string_view kUnsaid = "application/x-www-form-urlencoded";

std::optional<Response> unsupported(const Request& request) {
  const std::string coding = std::string(request.header("Content-Encoding"));
  if (!coding.empty() && coding != "identity")
    return problem(415, "Unsupported content coding", "the body is said to be coded as '" + coding + "'",
                   "send the article as it is");
  const std::string type = media_type_of(request.header("Content-Type")).essence;
  const bool none =
      std::any_of(kNoArticles.begin(), kNoArticles.end(), [&](std::string_view one) { return type.starts_with(one); });
  if (!none) return std::nullopt;
  return problem(415, "No article", "the body is said to be " + type,
                 type.starts_with("multipart/")
                     ? "send the file itself as the body, its name as ?name="
                     : "send text, HTML, Markdown, a draft of an office program, PDF, JSON or a format of the wires");
}

Response answer_audit(Desk& desk, const std::vector<OfferedFormat>& formats, const Request& request) {
  const auto format = asked_format(request, formats);
  if (const auto* none = std::get_if<Response>(&format)) return *none;
  if (auto no = unsupported(request)) return std::move(*no);
  if (request.body.empty())
    return problem(422, "No article", "the body is empty", "send the article as the body of the request");
  const auto given = draft_with_originals(request);
  if (given && std::holds_alternative<Response>(*given)) return std::get<Response>(*given);
  const MediaType type = media_type_of(request.header("Content-Type"));
  const std::optional<SettingsChoice> other = asked_settings(request, desk);
  const SettingsChoice* settings = other ? &*other : nullptr;
  Desk::Audited audited;
  if (given) {
    const GivenDraft& held = std::get<GivenDraft>(*given);
    audited = desk.audit(held.draft.text, held.draft.name, settings, "utf-8");
    if (audited.read)
      add_verifications(audited.analysis.document, hold_given(audited, held.originals).all, audited.report);
  } else {
    audited = desk.audit(request.body, name_of(request, "article"), settings,
                         type.essence == kUnsaid ? std::string_view() : std::string_view(type.charset));
  }
  if (!audited.read) return problem(422, "This cannot be read as an article", audited.diagnostics);
  return article_answer(std::get<OfferedFormat>(format), audited.report, audited.analysis.document, *audited.session);
}

}  // namespace

Routes audit_routes(Desk& desk) {
  const std::vector<OfferedFormat> formats = article_formats();
  std::vector<Parameter> query = settings_parameters(desk);
  query.insert(query.begin(), {format_parameter(formats),
                               Parameter{.name = "name",
                                         .what = "The article's file name: it tells Markdown and ArchieML from plain "
                                                 "text and stands in the answer. Also by Content-Disposition."}});
  std::vector<std::string> types;
  for (const OfferedFormat& one : formats) {
    if (std::find(types.begin(), types.end(), one.media_type) == types.end()) types.emplace_back(one.media_type);
  }
  Routes routes;
  routes.push_back(checked(
      {.method = "POST",
       .path = "/api/v1/audit",
       .access = Access::read,
       .answer = [&desk, formats](const Request& request) { return answer_audit(desk, formats, request); },
       .what = "audits one article",
       .operation = Operation{
           .id = "audit",
           .tag = "Articles",
           .summary = "Audit one article",
           .what =
               "The body is the article, in any format that hearsay reads; its bytes tell which. Or, as of verify, a "
               "JSON object with originals that its words are held against. Nothing is kept.",
           .query = std::move(query),
           .body = RequestBody{.what = "The article; or {\"name\", \"text\", \"originals\": [{\"name\", \"text\"}]}.",
                               .types = {"*/*", "application/json"}},
           .answers = {{200, "What was found in it.", std::move(types), ""},
                       {406, "None of the formats that Accept names.", {"application/problem+json"}, "Problem"},
                       {415, "The body is said to be no article.", {"application/problem+json"}, "Problem"},
                       {422, "The body is no article.", {"application/problem+json"}, "Problem"}}}}));
  return routes;
}

}  // namespace hearsay
