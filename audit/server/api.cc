// The table of the interface, and the one check of what a request gives besides its body.
#include "server/api.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "server/archive_routes.h"
#include "server/drafts_routes.h"
#include "server/openapi.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 4> kTrue = {"true", "on", "yes", "1"};
constexpr std::array<std::string_view, 4> kFalse = {"false", "off", "no", "0"};

constexpr std::array<std::pair<std::string_view, From>, 5> kFroms = {{{"auto", From::automatic},
                                                                      {"jsonl", From::jsonl},
                                                                      {"warc", From::warc},
                                                                      {"feed", From::feed},
                                                                      {"file", From::file}}};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<double> number_in(std::string_view words) {
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  if (error != std::errc() || end != words.data() + words.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// What it may be, in words; "" where `value` is that.
std::string should_be(const Parameter& parameter, const std::string& value) {
  if (!parameter.choices.empty()) {
    const auto& all = parameter.choices;
    return std::find(all.begin(), all.end(), value) != all.end() ? "" : fmt::format("one of {}", fmt::join(all, ", "));
  }
  if (parameter.kind == ParameterKind::truth)
    return is_among(value, kTrue) || is_among(value, kFalse) ? "" : "true or false";
  if (parameter.kind == ParameterKind::text) return "";
  const std::optional<double> number = number_in(value);
  const bool bounded = parameter.least != 0 || parameter.most != 0;
  const bool whole = parameter.kind == ParameterKind::integer;
  if (number && (!whole || std::floor(*number) == *number) &&
      (!bounded || (*number >= parameter.least && *number <= parameter.most)))
    return "";
  const std::string_view what = whole ? "a whole number" : "a number";
  return bounded ? fmt::format("{} from {} to {}", what, parameter.least, parameter.most) : std::string(what);
}

}  // namespace

bool is_true(std::string_view word) {
  return is_among(word, kTrue);
}

From from_named(std::string_view name) {
  const auto* const at = std::find_if(kFroms.begin(), kFroms.end(), [&](const auto& one) { return one.first == name; });
  return at == kFroms.end() ? From::automatic : at->second;
}

Parameter from_parameter() {
  Parameter parameter{.name = "from", .what = "What the body holds; auto: told by how it begins."};
  for (const auto& [name, from] : kFroms) parameter.choices.emplace_back(name);
  return parameter;
}

double number_asked(const Request& request, std::string_view name, double otherwise) {
  return number_in(request.asked(name)).value_or(otherwise);
}

std::optional<Response> check_parameters(const Operation& operation, const Request& request) {
  for (const auto& [name, value] : request.query) {
    const auto known = std::find_if(operation.query.begin(), operation.query.end(),
                                    [&name = name](const Parameter& one) { return one.name == name; });
    if (known == operation.query.end()) {
      std::vector<std::string> names;
      for (const Parameter& one : operation.query) names.push_back(one.name);
      return problem(400, "Unknown parameter", "there is no parameter '" + name + "' here",
                     names.empty() ? "it takes none" : fmt::format("one of: {}", fmt::join(names, ", ")));
    }
    if (const std::string want = should_be(*known, value); !want.empty())
      return problem(400, "Bad parameter", fmt::format("{} is '{}'", name, value), "give " + want);
  }
  for (const Parameter& one : operation.query) {
    if (one.required && request.asked(one.name).empty())
      return problem(400, "Parameter missing", "there is no " + one.name, one.what);
  }
  return std::nullopt;
}

Route checked(Route route) {
  route.answer = [operation = *route.operation, answer = std::move(route.answer)](const Request& request) {
    if (auto bad = check_parameters(operation, request)) return std::move(*bad);
    try {
      return answer(request);
    } catch (const Fatal& fatal) {
      return problem(500, "It cannot be done", fatal.diagnostic().message, fatal.diagnostic().remedy);
    }
  };
  return route;
}

Routes api_routes(Desk& desk) {
  Routes routes;
  append(routes, audit_routes(desk));
  append(routes, text_routes(desk));
  append(routes, batch_routes(desk));
  append(routes, knowledge_routes(desk));
  append(routes, question_routes(desk));
  append(routes, job_routes(desk));
  Routes all = routes;
  append(all, language_tool_routes(desk));
  append(all, drafts_routes(desk));
  append(all, archive_routes(desk));
  routes.push_back(openapi_route(all));
  return routes;
}

}  // namespace hearsay
