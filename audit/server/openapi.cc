// openapi_document(): paths in the order of the routes, one operation per method; then what answers are made of.
#include "server/openapi.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay {
namespace {

OrderedJson schema_of(const Parameter& parameter) {
  static constexpr std::array<std::string_view, 4> kTypes = {"string", "integer", "number", "boolean"};
  OrderedJson schema = {{"type", kTypes.at(static_cast<std::size_t>(parameter.kind))}};
  if (!parameter.choices.empty()) schema["enum"] = parameter.choices;
  if (parameter.least != 0 || parameter.most != 0) {
    const bool whole = parameter.kind == ParameterKind::integer;
    if (whole) {
      schema["minimum"] = static_cast<long long>(parameter.least);
      schema["maximum"] = static_cast<long long>(parameter.most);
    } else {
      schema["minimum"] = parameter.least;
      schema["maximum"] = parameter.most;
    }
  }
  return schema;
}

OrderedJson parameter_json(const Parameter& parameter, std::string_view in) {
  OrderedJson json = {{"name", parameter.name}, {"in", in}, {"description", parameter.what}};
  if (parameter.required || in == "path") json["required"] = true;
  json["schema"] = schema_of(parameter);
  return json;
}

/// "/api/v1/rules/{id...}" as OpenAPI writes it, and the names in it.
std::pair<std::string, std::vector<std::string>> path_template(std::string_view path) {
  std::string out;
  std::vector<std::string> names;
  while (!path.empty()) {
    const std::size_t open = path.find('{');
    const std::size_t close = path.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    std::string_view name = path.substr(open + 1, close - open - 1);
    if (name.ends_with("...")) name.remove_suffix(3);
    out.append(path.substr(0, open)).append("{").append(name).append("}");
    names.emplace_back(name);
    path.remove_prefix(close + 1);
  }
  out += path;
  return {std::move(out), std::move(names)};
}

OrderedJson content_of(const std::vector<std::string>& types, const OrderedJson& schema) {
  OrderedJson content = OrderedJson::object();
  for (const std::string& type : types)
    content[type] = schema.is_null() ? OrderedJson::object() : OrderedJson{{"schema", schema}};
  return content;
}

OrderedJson reference(std::string_view schema) {
  return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

OrderedJson body_json(const RequestBody& body) {
  OrderedJson schema;
  if (!body.fields.empty()) {
    schema = {{"type", "object"}, {"properties", OrderedJson::object()}};
    for (const Parameter& field : body.fields) {
      schema["properties"][field.name] = schema_of(field);
      schema["properties"][field.name]["description"] = field.what;
      if (field.required) schema["required"].push_back(field.name);
    }
  }
  return {{"description", body.what}, {"required", true}, {"content", content_of(body.types, schema)}};
}

OrderedJson answers_json(const Operation& operation) {
  OrderedJson answers = OrderedJson::object();
  for (const Answer& answer : operation.answers) {
    OrderedJson& json = answers[std::to_string(answer.status)] = {{"description", answer.what}};
    if (!answer.types.empty())
      json["content"] = content_of(answer.types, answer.schema.empty() ? OrderedJson() : reference(answer.schema));
  }
  answers["default"] = {{"description", "What went wrong, and what to do."},
                        {"content", content_of({"application/problem+json"}, reference("Problem"))}};
  return answers;
}

OrderedJson operation_json(const Operation& operation, const std::vector<std::string>& path_names, Access access) {
  OrderedJson json = {{"operationId", operation.id}, {"tags", {operation.tag}}, {"summary", operation.summary}};
  if (!operation.what.empty()) json["description"] = operation.what;
  OrderedJson parameters = OrderedJson::array();
  for (const std::string& name : path_names)
    parameters.push_back(parameter_json({.name = name, .what = "Its " + name + "."}, "path"));
  for (const Parameter& one : operation.query) parameters.push_back(parameter_json(one, "query"));
  if (!parameters.empty()) json["parameters"] = std::move(parameters);
  if (operation.body) json["requestBody"] = body_json(*operation.body);
  json["responses"] = answers_json(operation);
  if (access == Access::open) json["security"] = OrderedJson::array();
  return json;
}

OrderedJson object_schema(std::string_view what, std::initializer_list<std::pair<const char*, const char*>> fields) {
  OrderedJson schema = {{"type", "object"}, {"description", what}, {"properties", OrderedJson::object()}};
  for (const auto& [name, type] : fields) schema["properties"][name] = {{"type", type}};
  return schema;
}

OrderedJson schemas() {
  OrderedJson all = OrderedJson::object();
  all["Problem"] = object_schema("RFC 9457.", {{"type", "string"},
                                               {"title", "string"},
                                               {"status", "integer"},
                                               {"detail", "string"},
                                               {"remedy", "string"},
                                               {"diagnostics", "array"},
                                               {"formats", "array"}});
  all["Problem"]["required"] = {"type", "title", "status"};
  all["List"] = {{"type", "array"}, {"items", {{"type", "object"}}}};
  all["Object"] = {{"type", "object"}};
  all["Table"] = object_schema("The answer to a question.", {{"table", "string"},
                                                             {"title", "string"},
                                                             {"notes", "array"},
                                                             {"columns", "array"},
                                                             {"rows", "array"},
                                                             {"left_out", "integer"}});
  all["Job"] = object_schema("An archive that is audited into the store.", {{"id", "string"},
                                                                            {"name", "string"},
                                                                            {"state", "string"},
                                                                            {"bytes", "integer"},
                                                                            {"bytes_read", "integer"},
                                                                            {"articles", "integer"},
                                                                            {"failures", "integer"},
                                                                            {"unchanged", "integer"},
                                                                            {"stored", "integer"},
                                                                            {"replaced", "integer"},
                                                                            {"created", "string"},
                                                                            {"ended", "string"},
                                                                            {"messages", "array"}});
  all["Job"]["properties"]["state"]["enum"] = {"waiting", "running", "done", "cancelled", "failed"};
  all["Check"] =
      object_schema("LanguageTool's answer.",
                    {{"software", "object"}, {"warnings", "object"}, {"language", "object"}, {"matches", "array"}});
  return all;
}

/// What the server itself answers (own_routes.h).
Routes server_rows() {
  Routes routes;
  routes.push_back({.method = "GET",
                    .path = "/healthz",
                    .access = Access::open,
                    .operation = Operation{.id = "health",
                                           .tag = "Server",
                                           .summary = "Whether it serves",
                                           .answers = {{200, "It does.", {"text/plain"}, ""}}}});
  routes.push_back({.method = "GET",
                    .path = "/metrics",
                    .access = Access::read,
                    .operation = Operation{.id = "metrics",
                                           .tag = "Server",
                                           .summary = "Counters and times for Prometheus",
                                           .answers = {{200, "Its text format.", {"text/plain"}, ""}}}});
  return routes;
}

}  // namespace

OrderedJson openapi_document(const Routes& routes) {
  OrderedJson paths = OrderedJson::object();
  std::vector<std::string> tags;
  for (const Route& route : routes) {
    if (!route.operation) continue;
    auto [path, names] = path_template(route.path);
    std::string method(route.method);
    for (char& c : method) c = static_cast<char>(c | 0x20);
    paths[path][method] = operation_json(*route.operation, names, route.access);
    if (std::find(tags.begin(), tags.end(), route.operation->tag) == tags.end()) tags.push_back(route.operation->tag);
  }
  OrderedJson tag_list = OrderedJson::array();
  for (const std::string& tag : tags) tag_list.push_back({{"name", tag}});
  return {{"openapi", "3.1.0"},
          {"info",
           {{"title", "hearsay"},
            {"version", HEARSAY_VERSION},
            {"description",
             "An auditor of news articles: who says what, through whom and in what. Nothing leaves the machine."}}},
          {"servers", {{{"url", "/"}}}},
          {"security", {{{"token", OrderedJson::array()}}, {{"cookie", OrderedJson::array()}}}},
          {"tags", std::move(tag_list)},
          {"paths", std::move(paths)},
          {"components",
           {{"schemas", schemas()},
            {"securitySchemes",
             {{"token", {{"type", "http"}, {"scheme", "bearer"}}},
              {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "hearsay-PORT"}}}}}}}};
}

Route openapi_route(const Routes& routes) {
  Route route{.method = "GET",
              .path = "/openapi.json",
              .access = Access::open,
              .answer = {},
              .what = "the interface as OpenAPI 3.1",
              .operation = Operation{.id = "openapi",
                                     .tag = "Server",
                                     .summary = "This document",
                                     .answers = {{200, "OpenAPI 3.1.", {"application/json"}, "Object"}}}};
  Routes all = routes;
  for (Route& own : server_rows()) all.push_back(std::move(own));
  all.push_back(route);
  route.answer = [document = json_line(openapi_document(all))](const Request&) {
    return Response{.status = 200, .type = "application/json", .body = document, .headers = {}, .write = {}};
  };
  return route;
}

}  // namespace hearsay
