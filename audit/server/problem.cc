// problem() and json_answer(): what a client sent, or an article holds, is a string of JSON and nothing else.
#include <algorithm>
#include <utility>

#include "server/json_answer.h"
#include "server/route.h"

namespace hearsay {
namespace {

OrderedJson problem_json(int status, std::string_view title, std::string_view detail, std::string_view remedy) {
  OrderedJson json = {{"type", "about:blank"}, {"title", title}, {"status", status}};
  if (!detail.empty()) json["detail"] = detail;
  if (!remedy.empty()) json["remedy"] = remedy;
  return json;
}

Response problem_answer(const OrderedJson& json, int status) {
  Response response = json_answer(json, status);
  response.type = "application/problem+json";
  return response;
}

}  // namespace

std::string json_line(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

Response json_answer(const OrderedJson& json, int status) {
  return {.status = status, .type = "application/json", .body = json_line(json), .headers = {}, .write = {}};
}

Response problem(int status, std::string_view title, std::string_view detail, std::string_view remedy) {
  return problem_answer(problem_json(status, title, detail, remedy), status);
}

Response problem(int status, std::string_view title, const Diagnostics& diagnostics) {
  const auto gravest =
      std::max_element(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
  OrderedJson json = gravest == diagnostics.end() ? problem_json(status, title, {}, {})
                                                  : problem_json(status, title, gravest->message, gravest->remedy);
  OrderedJson& list = json["diagnostics"] = OrderedJson::array();
  for (const Diagnostic& one : diagnostics) {
    OrderedJson row = {{"severity", severity_name(one.severity)}, {"message", one.message}};
    if (!one.remedy.empty()) row["remedy"] = one.remedy;
    if (one.line != 0) row["line"] = one.line;
    if (one.column != 0) row["column"] = one.column;
    list.push_back(std::move(row));
  }
  return problem_answer(json, status);
}

}  // namespace hearsay
