#include "server/article_formats.h"

#include <algorithm>

#include "report/findings/run_writer.h"
#include "server/json_answer.h"
#include "server/media.h"
#include "service/gate.h"

namespace hearsay {
namespace {

// It is the draft's own file with comments in it.
constexpr std::string_view kOfFile = "docx";

}  // namespace

std::vector<OfferedFormat> article_formats(bool stored) {
  std::vector<OfferedFormat> formats;
  for (const ReportFormat& one : report_formats()) {
    if (!stored || one.id != kOfFile)
      formats.push_back({std::string(one.id), one.media_type, one.extension, one.what, &one, nullptr});
  }
  for (const RunFormat& one : run_formats()) {
    const bool taken = format_named(report_formats(), one.id) != nullptr;
    formats.push_back(
        {(taken ? "check-" : "") + std::string(one.id), one.media_type, one.extension, one.what, nullptr, &one});
  }
  const auto json = std::find_if(formats.begin(), formats.end(), [](const auto& one) { return one.id == "json"; });
  std::rotate(formats.begin(), json, json + 1);
  return formats;
}

Parameter format_parameter(std::span<const OfferedFormat> formats) {
  Parameter parameter{.name = "format", .what = "The format of the answer, in place of Accept."};
  for (const OfferedFormat& one : formats) parameter.choices.push_back(one.id);
  return parameter;
}

Response not_acceptable(std::span<const OfferedFormat> formats) {
  OrderedJson list = OrderedJson::array();
  for (const OfferedFormat& one : formats)
    list.push_back({{"id", one.id}, {"media_type", one.media_type}, {"what", one.what}});
  OrderedJson json = {{"type", "about:blank"},
                      {"title", "No such format"},
                      {"status", 406},
                      {"detail", "none of what Accept names can be answered"},
                      {"remedy", "ask for one of formats, by Accept or ?format="},
                      {"formats", std::move(list)}};
  Response response = json_answer(json, 406);
  response.type = "application/problem+json";
  return response;
}

std::variant<OfferedFormat, Response> asked_format(const Request& request, std::span<const OfferedFormat> formats) {
  if (const std::string_view id = request.asked("format"); !id.empty()) {
    for (const OfferedFormat& one : formats) {
      if (one.id == id) return one;
    }
    return not_acceptable(formats);
  }
  std::vector<std::string_view> offered;
  offered.reserve(formats.size());
  for (const OfferedFormat& one : formats) offered.push_back(one.media_type);
  const auto at = wanted(request.header("Accept"), offered);
  if (!at) return not_acceptable(formats);
  return formats[*at];
}

Fields page_headers() {
  return {{"Content-Security-Policy",
           "sandbox allow-scripts allow-popups; default-src 'none'; style-src 'unsafe-inline'; script-src "
           "'unsafe-inline'; img-src data:"}};
}

Response article_answer(const OfferedFormat& format, const Report& report, const Document& document,
                        const Session& session) {
  Response response{.status = 200, .type = content_type(format.media_type), .body = {}, .headers = {}, .write = {}};
  if (format.report != nullptr) {
    response.body = format.report->write(report, document, {});
    if (response.body.empty() && format.report->office)
      return problem(500, "The file could not be made", "memory lacked", "try again later");
    const std::string name = report.id.empty() ? "article" : report.id;
    if (format.report->office)
      response.headers.emplace_back("Content-Disposition", attachment(name + std::string(format.extension)));
  } else {
    RunWriter writer(*format.run, HEARSAY_VERSION);
    const RunPolicy policy = run_policy(session);
    response.body = writer.begin();
    response.body += writer.add(writer.piece(report, policy));
    response.body += writer.end({policy}, 0);
  }
  if (format.media_type == "text/html" || format.media_type == "image/svg+xml") response.headers = page_headers();
  return response;
}

}  // namespace hearsay
